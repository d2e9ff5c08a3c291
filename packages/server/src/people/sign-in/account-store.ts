import type { Session } from "@dabiao/core/people/account.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import type { Db, Trx } from "../../platform/postgres/db.ts";

const SESSIONS_SHOWN = 100;

export async function accountByEmail(
  db: Db,
  email: string,
): Promise<{ id: string; name: string; email: string } | undefined> {
  return await db.platform
    .selectFrom("account")
    .select(["id", "name", "email"])
    .where("email", "=", email)
    .executeTakeFirst();
}

export async function accountById(
  db: Db,
  id: string,
): Promise<{ name: string; email: string; locale: string; two_factor_enabled: boolean }> {
  const columns = ["name", "email", "locale", "two_factor_enabled"] as const;
  return await db.platform.selectFrom("account").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
}

export async function changeAccountRow(
  db: Db,
  id: string,
  set: { name?: string; locale?: Locale },
  now: Date,
): Promise<void> {
  await db.platform
    .updateTable("account")
    .set({ ...set, updated_at: now })
    .where("id", "=", id)
    .execute();
}

/** For a set-up that failed half-way: the account goes with everything of it. */
export async function dropAccount(db: Db, id: string): Promise<void> {
  await db.platform.deleteFrom("account").where("id", "=", id).execute();
}

/** Accounts that may enter no workspace: what a set-up that was killed leaves. */
export async function dropAccountsOfNobody(db: Db): Promise<void> {
  await db.platform
    .deleteFrom("account")
    .where("id", "not in", (entries) => entries.selectFrom("workspace_account").select("account_id"))
    .execute();
}

export async function listSessions(db: Db, accountId: string, currentId: string, now: Date): Promise<Session[]> {
  const rows = await db.platform
    .selectFrom("session")
    .select(["id", "ip_address", "user_agent", "created_at", "expires_at"])
    .where("account_id", "=", accountId)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(SESSIONS_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    address: row.ip_address,
    device: row.user_agent,
    signedInAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

/** How many ended: 0 when the session is another account's. */
export async function endSession(db: Db, accountId: string, sessionId: string): Promise<number> {
  const gone = await db.platform
    .deleteFrom("session")
    .where("account_id", "=", accountId)
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

export async function endOtherSessions(db: Db, accountId: string, keptId: string | null): Promise<number> {
  let gone = db.platform.deleteFrom("session").where("account_id", "=", accountId);
  if (keptId !== null) gone = gone.where("id", "<>", keptId);
  return Number((await gone.executeTakeFirst()).numDeletedRows);
}

/** Lets an account into a workspace as a member; the member's row is the workspace's side of the same fact. */
export async function joinWorkspace(trx: Trx, accountId: string, memberId: string): Promise<void> {
  const row = { workspace_id: trx.workspaceId, account_id: accountId, member_id: memberId, last_used_at: trx.now };
  await trx.tables
    .updateTable("member")
    .set({ account_id: accountId, state: "active", updated_at: trx.now })
    .where("id", "=", memberId)
    .execute();
  await trx.platform.insertInto("workspace_account").values(row).execute();
}

export async function noteWorkspaceUse(db: Db, accountId: string, workspaceId: string, now: Date): Promise<boolean> {
  const used = await db.platform
    .updateTable("workspace_account")
    .set({ last_used_at: now })
    .where("account_id", "=", accountId)
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function workspaceCards(
  db: Db,
  accountId: string,
): Promise<{ id: string; name: string; kind: "company" | "demo"; zone: string }[]> {
  return await db.platform
    .selectFrom("workspace_account as entry")
    .innerJoin("workspace", "workspace.id", "entry.workspace_id")
    .select(["workspace.id", "workspace.name", "workspace.kind", "workspace.zone"])
    .where("entry.account_id", "=", accountId)
    .where("workspace.state", "=", "active")
    .orderBy("workspace.name")
    .orderBy("workspace.id")
    .limit(50)
    .execute();
}
