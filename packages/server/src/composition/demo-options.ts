import type { Config } from "../platform/config/config.ts";
import type { Db } from "../platform/postgres/db.ts";
import type { DemoOptions } from "../solution/demo-company.ts";
import { openPeople } from "./open-people.ts";
import { workspaceFileRemover } from "./workspace-files.ts";

/** What making and removing the demo company takes, on the command line. */
export async function demoOptions(db: Db, config: Config, clock: () => Date): Promise<DemoOptions> {
  const people = await openPeople({ db, publicUrl: config.publicUrl, clock });
  return { ...people, removeFiles: workspaceFileRemover(config.dataDir) };
}
