import { world } from "../model/world.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { openAuth } from "../people/sign-in/auth.ts";
import type { Db } from "../platform/postgres/db.ts";
import { equip } from "./equip.ts";
import { recordSight } from "./record-sight.ts";

export interface OpenPeople {
  readonly db: Db;
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
}

/** The people room with what it needs of the rooms beside and above it: the server and the command line alike. */
export async function openPeople({ db, publicUrl, clock }: OpenPeople): Promise<PeopleOptions> {
  const auth = await openAuth({ db, publicUrl, now: clock() });
  return { db, auth, clock, worldOf: world, records: recordSight, equip };
}
