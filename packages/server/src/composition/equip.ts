import { systemActor } from "@dabiao/core/people/actor.ts";
import { DEFAULT_ROLES } from "@dabiao/core/people/default-roles.ts";
import { publishBodies } from "../model/draft-store.ts";
import { accessOf } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Workspace } from "../platform/postgres/db.ts";

/** What every new company starts with, whichever solution it chooses afterwards. */
export async function equip(workspace: Workspace): Promise<void> {
  const product = accessOf(systemActor(workspace.id, "setup", newId()));
  const roles = Object.entries(DEFAULT_ROLES).map(([key, body]) => ({ kind: "role", key, body }));
  await publishBodies(workspace, product, roles, { note: "初始角色" });
}
