import type { Actor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import { type Access, resolveAccess } from "../people/access.ts";
import { actingMember } from "../people/sign-in/identity-store.ts";
import type { Workspace } from "../platform/postgres/db.ts";

/** The rights of whoever began an import, as they are now: roles taken away in the meantime count no more. */
export async function accessOfStarter(ws: Workspace, actor: Actor, now: Date): Promise<Access> {
  return await resolveAccess(ws, await world(ws), await refreshed(ws, actor), now);
}

async function refreshed(ws: Workspace, actor: Actor): Promise<Actor> {
  if (actor.memberId === null) return actor;
  const member = await actingMember(ws, actor.memberId);
  if (!member) throw new Refusal("forbidden", { what: "import" });
  // A key has the roles given to it and never more than its member.
  const roleKeys = actor.roleKeys.filter((role) => member.roleKeys.includes(role));
  return { ...actor, roleKeys: actor.kind === "member" ? member.roleKeys : roleKeys, orgVersion: member.orgVersion };
}
