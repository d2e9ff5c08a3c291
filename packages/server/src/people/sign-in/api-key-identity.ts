import { hash, timingSafeEqual } from "node:crypto";
import type { ApiKeyActor } from "@dabiao/core/people/actor.ts";
import type { Identity } from "../../platform/http/authenticator.ts";
import type { Db } from "../../platform/postgres/db.ts";
import { rememberIdentity } from "./identity-cache.ts";
import { actingMember, noteKeyUse, usableKey } from "./identity-store.ts";

/** `dbk_`, the key's id without its dashes, `_`, and 32 random bytes. */
const FORM = /^dbk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

export function keyText(id: string, secret: string): string {
  return `dbk_${id.replaceAll("-", "")}_${secret}`;
}

export function secretHash(secret: string): string {
  return hash("sha256", secret);
}

/** A key that is broken, revoked or expired is nobody, and so is one whose maker has left. */
export async function identifyKey(
  options: { readonly db: Db; readonly clock: () => Date },
  text: string,
  requestId: string,
): Promise<Identity | null> {
  const parts = FORM.exec(text);
  if (!parts) return null;
  const now = options.clock();
  const known = await rememberIdentity(`key|${secretHash(text)}`, now.getTime(), () =>
    look(options.db, parts[1]!, parts[2]!, now),
  );
  return known && { ...known, actor: { ...known.actor, requestId } };
}

async function look(db: Db, hex: string, secret: string, now: Date) {
  const entry = await usableKey(db, withDashes(hex), now);
  if (!entry || !timingSafeEqual(Buffer.from(entry.key.secret_hash), Buffer.from(secretHash(secret)))) return null;
  const workspace = db.forWorkspace(entry.workspace);
  const maker = await actingMember(workspace, entry.key.member_id);
  if (!maker) return null;
  await noteKeyUse(db, entry.key, now);
  const actor: ApiKeyActor = {
    kind: "api_key",
    apiKeyId: entry.key.id,
    workspaceId: workspace.id,
    memberId: maker.id,
    // A role taken from the maker is gone from the key with the next request.
    roleKeys: entry.key.role_keys.filter((role) => maker.roleKeys.includes(role)),
    orgVersion: maker.orgVersion,
    locale: maker.locale,
    source: "api",
    requestId: "",
  };
  return { account: null, workspace, actor };
}

function withDashes(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
