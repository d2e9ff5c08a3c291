import type { World } from "@dabiao/core/model/kind.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { type Access, resolveAccess } from "./access.ts";
import type { PeopleOptions } from "./people-options.ts";

/** The rights and definitions a call works with: two cached look-ups. */
export function accessFor(options: Pick<PeopleOptions, "worldOf" | "clock">) {
  return async (call: { workspace: Workspace; actor: Actor }): Promise<{ access: Access; world: World }> => {
    const world = await options.worldOf(call.workspace);
    return { access: await resolveAccess(call.workspace, world, call.actor, options.clock()), world };
  };
}
