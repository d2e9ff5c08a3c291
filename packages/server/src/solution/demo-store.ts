import type { Db } from "../platform/postgres/db.ts";

/** The demo company an account has made. */
export async function demoWorkspaceOf(db: Db, accountId: string): Promise<{ id: string; key: string } | undefined> {
  return db.platform
    .selectFrom("workspace_account as entry")
    .innerJoin("workspace", "workspace.id", "entry.workspace_id")
    .select(["workspace.id", "workspace.key"])
    .where("entry.account_id", "=", accountId)
    .where("workspace.kind", "=", "demo")
    .executeTakeFirst();
}

/** The company the account used last. */
export async function companyOf(db: Db, accountId: string): Promise<string | null> {
  const row = await db.platform
    .selectFrom("workspace_account as entry")
    .innerJoin("workspace", "workspace.id", "entry.workspace_id")
    .select("workspace.id")
    .where("entry.account_id", "=", accountId)
    .where("workspace.kind", "=", "company")
    .orderBy("entry.last_used_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
