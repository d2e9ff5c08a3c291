import type { Db, Workspace } from "./db.ts";

/** An active workspace by its id; undefined when it is removed or under maintenance. Jobs begin with this. */
export async function workspaceById(db: Db, id: string): Promise<Workspace | undefined> {
  const row = await active(db).where("id", "=", id).executeTakeFirst();
  return row && db.forWorkspace(row);
}

/** All active workspaces, for what a job does in each, one after the other. */
export async function activeWorkspaces(db: Db): Promise<Workspace[]> {
  const rows = await active(db).orderBy("key").execute();
  return rows.map((row) => db.forWorkspace(row));
}

export interface NamedWorkspace {
  readonly id: string;
  readonly key: string;
  readonly zone: string;
  readonly name: string;
  readonly kind: string;
}

/** All active workspaces with their names, companies before demos. */
export async function namedWorkspaces(db: Db): Promise<NamedWorkspace[]> {
  return await active(db).select(["name", "kind"]).orderBy("kind").orderBy("key").execute();
}

function active(db: Db) {
  return db.platform.selectFrom("workspace").select(["id", "key", "zone"]).where("state", "=", "active");
}
