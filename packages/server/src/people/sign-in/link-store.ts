import type { World } from "@dabiao/core/model/kind.ts";
import { demandGrantable } from "@dabiao/core/people/grantable.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Db, Trx, WorkspaceRow } from "../../platform/postgres/db.ts";
import type { Access } from "../access.ts";
import { recordAudit } from "../audit-store.ts";
import { lockedMember } from "../member-store.ts";
import { INVITE_DAYS, linkHash, newLinkToken, PASSWORD_LINK_DAYS } from "./one-time-link.ts";

const DAY_MS = 86_400_000;

export interface HandedLink {
  readonly token: string;
  readonly path: string;
  readonly expiresAt: string;
}

type Kind = "invite" | "password";

/**
 * A link by which the member joins. An earlier one of the same kind is void. Whoever holds a link acts as the member,
 * so nobody can make one for a member whose permissions go beyond what they may grant.
 */
export async function makeInvite(trx: Trx, access: Access, world: World, memberId: string): Promise<HandedLink> {
  access.demand("people.manage");
  const member = await lockedMember(trx, memberId);
  if (member.account_id !== null) throw new Refusal("member_has_account", { name: member.name });
  if (member.state === "left") throw new Refusal("member_left", { name: member.name });
  demandGrantable(world, access.permissions, await rolesHeld(trx, world, memberId));
  await trx.tables
    .updateTable("member")
    .set({ state: "invited", updated_at: trx.now })
    .where("id", "=", memberId)
    .execute();
  await recordAudit(trx, access.actor, { kind: "invited", subject: "member", subjectId: memberId });
  return await makeLink(trx, memberId, "invite", INVITE_DAYS);
}

/**
 * A link by which the member chooses a new password, under the same condition. Never for an account that also enters
 * another company: its administrator must not gain entry there.
 */
export async function makePasswordLink(trx: Trx, access: Access, world: World, memberId: string): Promise<HandedLink> {
  access.demand("people.manage");
  const member = await lockedMember(trx, memberId);
  if (member.account_id === null) throw new Refusal("member_without_account", { name: member.name });
  if (member.state === "left") throw new Refusal("member_left", { name: member.name });
  demandGrantable(world, access.permissions, await rolesHeld(trx, world, memberId));
  if (await isElsewhere(trx, member.account_id)) throw new Refusal("account_elsewhere", { name: member.name });
  await recordAudit(trx, access.actor, { kind: "password_link", subject: "member", subjectId: memberId });
  return await makeLink(trx, memberId, "password", PASSWORD_LINK_DAYS);
}

export interface OpenLink {
  readonly workspace: WorkspaceRow & { readonly name: string };
  readonly memberId: string;
}

/** @throws Refusal `link_expired` for one that was never made, too */
export async function openLink(db: Db, kind: Kind, token: string, now: Date): Promise<OpenLink> {
  const row = await db.platform
    .selectFrom("one_time_link as link")
    .innerJoin("workspace", "workspace.id", "link.workspace_id")
    .select(["workspace.id", "workspace.key", "workspace.zone", "workspace.name", "link.member_id"])
    .where("link.token_hash", "=", linkHash(token))
    .where("link.kind", "=", kind)
    .where("link.expires_at", ">", now)
    .where("workspace.state", "=", "active")
    .executeTakeFirst();
  if (!row) throw new Refusal("link_expired");
  const { member_id, ...workspace } = row;
  return { workspace, memberId: member_id };
}

/** Takes the link away: true for exactly one caller. In a transaction, a failure gives it back. */
export async function takeLink({ platform }: Pick<Db | Trx, "platform">, kind: Kind, token: string): Promise<boolean> {
  const gone = await platform
    .deleteFrom("one_time_link")
    .where("token_hash", "=", linkHash(token))
    .where("kind", "=", kind)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

async function isElsewhere(trx: Trx, accountId: string): Promise<boolean> {
  const other = await trx.platform
    .selectFrom("workspace_account as entry")
    .innerJoin("workspace", "workspace.id", "entry.workspace_id")
    .select("workspace.id")
    .where("entry.account_id", "=", accountId)
    .where("workspace.id", "<>", trx.workspaceId)
    .where("workspace.kind", "=", "company")
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Roles that are no longer defined give nothing and are passed over. */
async function rolesHeld(trx: Trx, world: World, memberId: string): Promise<string[]> {
  const rows = await trx.tables
    .selectFrom("member_role")
    .select("role_key")
    .where("member_id", "=", memberId)
    .execute();
  return rows.map((row) => row.role_key).filter((role) => world.get(roleKind, role));
}

async function makeLink(trx: Trx, memberId: string, kind: Kind, days: number): Promise<HandedLink> {
  const { token, hash } = newLinkToken();
  const expires_at = new Date(trx.now.getTime() + days * DAY_MS);
  const row = { token_hash: hash, created_at: trx.now, expires_at };
  await trx.platform
    .insertInto("one_time_link")
    .values({ ...row, kind, workspace_id: trx.workspaceId, member_id: memberId })
    .onConflict((conflict) => conflict.columns(["workspace_id", "member_id", "kind"]).doUpdateSet(row))
    .execute();
  const path = kind === "invite" ? `/invite/${token}` : `/password-reset/${token}`;
  return { token, path, expiresAt: expires_at.toISOString() };
}
