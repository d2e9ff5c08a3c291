import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { LOCALES, type Locale } from "@dabiao/core/platform/text.ts";
import type { Db, Runner, WorkspaceRow } from "../../platform/postgres/db.ts";
import type { ApiKeyRow } from "../tables.ts";

export interface WorkspaceEntry extends WorkspaceRow {
  readonly memberId: string;
}

/** The workspaces an account may enter, the one used last first. */
export async function workspacesOf(db: Db, accountId: string): Promise<WorkspaceEntry[]> {
  const rows = await db.platform
    .selectFrom("workspace_account as entry")
    .innerJoin("workspace", "workspace.id", "entry.workspace_id")
    .select(["workspace.id", "workspace.key", "workspace.zone", "entry.member_id"])
    .where("entry.account_id", "=", accountId)
    .where("workspace.state", "=", "active")
    .orderBy("entry.last_used_at", "desc")
    .orderBy("workspace.id")
    .limit(50)
    .execute();
  return rows.map(({ member_id, ...row }) => ({ ...row, memberId: member_id }));
}

/** A member as the actor needs it: the roles, and the organisation's version they were read at. */
export interface ActingMember {
  readonly id: string;
  readonly locale: Locale;
  readonly roleKeys: readonly string[];
  readonly orgVersion: number;
}

/** Null for someone who left or has not joined yet: such a member has no access. */
export async function actingMember(on: Runner, memberId: string, states = ["active"]): Promise<ActingMember | null> {
  const [row] = await on.rows<{ id: string; locale: string; role_keys: string[]; version: string }>(sql`
    select m.id, m.locale, v.version,
      array(select role_key from ${ident(on.schema, "member_role")} r where r.member_id = m.id order by 1) as role_keys
    from ${ident(on.schema, "member")} m cross join ${ident(on.schema, "org_version")} v
    where m.id = ${memberId} and m.state = any(${states})`);
  if (!row) return null;
  const locale = LOCALES.find((known) => known === row.locale) ?? "zh-CN";
  return { id: row.id, locale, roleKeys: row.role_keys, orgVersion: Number(row.version) };
}

export interface KeyEntry {
  readonly key: ApiKeyRow;
  readonly workspace: WorkspaceRow;
}

/** A key that is neither revoked nor expired, with the workspace it opens. */
export async function usableKey(db: Db, id: string, now: Date): Promise<KeyEntry | null> {
  const row = await db.platform
    .selectFrom("api_key")
    .innerJoin("workspace", "workspace.id", "api_key.workspace_id")
    .selectAll("api_key")
    .select(["workspace.key as workspace_key", "workspace.zone as zone"])
    .where("api_key.id", "=", id)
    .where("api_key.revoked_at", "is", null)
    .where((or) => or.or([or("api_key.expires_at", "is", null), or("api_key.expires_at", ">", now)]))
    .where("workspace.state", "=", "active")
    .executeTakeFirst();
  if (!row) return null;
  const { workspace_key, zone, ...key } = row;
  return { key, workspace: { id: row.workspace_id, key: workspace_key, zone } };
}

const USE_NOTED_EVERY_MS = 60_000;

export async function noteKeyUse(db: Db, key: ApiKeyRow, now: Date): Promise<void> {
  if (key.last_used_at && now.getTime() - key.last_used_at.getTime() < USE_NOTED_EVERY_MS) return;
  await db.platform.updateTable("api_key").set({ last_used_at: now }).where("id", "=", key.id).execute();
}
