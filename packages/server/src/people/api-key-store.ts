import { randomBytes } from "node:crypto";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { ApiKey, NewApiKey } from "@dabiao/core/people/api-key.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../platform/id.ts";
import type { Db, Trx } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import { recordAudit } from "./audit-store.ts";
import { keyText, secretHash } from "./sign-in/api-key-identity.ts";
import { forgetIdentities } from "./sign-in/identity-cache.ts";
import type { ApiKeyRow } from "./tables.ts";

/** A key with its text, which is known only now. */
export type IssuedKey = ApiKey & { readonly text: string };

const KEYS_SHOWN = 500;
const DAY_MS = 86_400_000;

/** One's own keys; those of everybody for who manages keys. */
export async function listApiKeys(db: Db, workspaceId: string, access: Access): Promise<ApiKey[]> {
  let rows = db.platform.selectFrom("api_key").selectAll().where("workspace_id", "=", workspaceId);
  if (!access.can("api_keys.manage")) rows = rows.where("member_id", "=", access.memberId ?? newId());
  const found = await rows.orderBy("created_at", "desc").orderBy("id").limit(KEYS_SHOWN).execute();
  return found.map(toApiKey);
}

/**
 * A new key; its text is answered once and only its hash is kept.
 * @throws Refusal `keys_by_people_only`, `key_beyond_own_roles`, `forbidden`
 */
export async function createApiKey(trx: Trx, access: Access, wanted: NewApiKey): Promise<IssuedKey> {
  access.demand("api_keys.manage");
  if (access.actor.kind !== "member" || access.actor.accountId === null) throw new Refusal("keys_by_people_only");
  return await issueApiKey(trx, access.actor, { memberId: access.actor.memberId, wanted });
}

/**
 * Issues a key that acts for a member, whoever asks: the command line, on the machine itself, needs no sign-in.
 * @throws Refusal `key_beyond_own_roles`, `not_found`
 */
export async function issueApiKey(
  trx: Trx,
  by: Actor,
  { memberId, wanted }: { readonly memberId: string; readonly wanted: NewApiKey },
): Promise<IssuedKey> {
  const held = await trx.tables
    .selectFrom("member_role")
    .select("role_key")
    .where("member_id", "=", memberId)
    .execute();
  const beyond = wanted.roleKeys.find((role) => !held.some((row) => row.role_key === role));
  if (beyond) throw new Refusal("key_beyond_own_roles", { role: beyond }, ["body", "roleKeys"]);
  const secret = randomBytes(32).toString("base64url");
  const row: ApiKeyRow = {
    id: newId(trx.now),
    workspace_id: trx.workspaceId,
    member_id: memberId,
    name: wanted.name,
    secret_hash: secretHash(secret),
    role_keys: [...new Set(wanted.roleKeys)].sort(),
    created_at: trx.now,
    expires_at: wanted.days === null ? null : new Date(trx.now.getTime() + wanted.days * DAY_MS),
    last_used_at: null,
    revoked_at: null,
  };
  const detail = { name: row.name, roleKeys: row.role_keys, days: wanted.days };
  await recordAudit(trx, by, { kind: "api_key_created", subject: "api_key", subjectId: row.id, detail });
  await trx.platform.insertInto("api_key").values(row).execute();
  return { ...toApiKey(row), text: keyText(row.id, secret) };
}

/** The key stops at once. Its row stays, so that what it did keeps a name. */
export async function revokeApiKey(trx: Trx, access: Access, id: string): Promise<void> {
  let row = trx.platform
    .updateTable("api_key")
    .set({ revoked_at: trx.now })
    .where("id", "=", id)
    .where("workspace_id", "=", trx.workspaceId);
  if (!access.can("api_keys.manage")) row = row.where("member_id", "=", access.memberId ?? newId());
  const revoked = await row.where("revoked_at", "is", null).executeTakeFirst();
  if (revoked.numUpdatedRows !== 1n) throw new Refusal("not_found", { what: "api_key" });
  await recordAudit(trx, access.actor, { kind: "api_key_revoked", subject: "api_key", subjectId: id });
  trx.afterCommit(forgetIdentities);
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    memberId: row.member_id,
    roleKeys: row.role_keys,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
