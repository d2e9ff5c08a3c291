import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { type Reader, readerOf } from "./sql/reader.ts";

/** The reader for this call: the definitions as published now. In a transaction its own time is the present. */
export async function currentReader(on: Workspace | Trx, access: Access): Promise<Reader> {
  return readerOf(on, await world(on), access, "now" in on ? on.now : new Date());
}
