import type { Actor } from "@dabiao/core/people/actor.ts";
import { world } from "../model/world.ts";
import { type Access, resolveAccess } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { noteWorld } from "./current-reader.ts";

/** Who calls, and where. */
export interface Caller {
  readonly workspace: Workspace;
  readonly actor: Actor;
}

/** What the caller may do, by the definitions as published now. */
export async function callerAccess({ workspace, actor }: Caller): Promise<Access> {
  const definitions = await world(workspace);
  const access = await resolveAccess(workspace, definitions, actor);
  noteWorld(access, definitions);
  return access;
}
