import type { World } from "@dabiao/core/model/kind.ts";
import type { Db, Workspace } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import type { Auth } from "./sign-in/auth.ts";

/** What people need of the rooms beside them; the composition gives it. */
export interface PeopleOptions {
  readonly db: Db;
  readonly auth: Auth;
  readonly clock: () => Date;
  /** The published definitions of a workspace. */
  worldOf(workspace: Workspace): Promise<World>;
  /** What records know of one record; people stand below them and may not look themselves. */
  readonly records: RecordSight;
  /** Publishes `DEFAULT_ROLES`, and whatever else a new company starts with. */
  equip(workspace: Workspace): Promise<void>;
}

export interface RecordSight {
  /** The record's owner, null when it has none; undefined when there is no such record. */
  ownerOf(workspace: Workspace, world: World, object: string, id: string): Promise<string | null | undefined>;
  canRead(workspace: Workspace, world: World, access: Access, object: string, id: string): Promise<boolean>;
}
