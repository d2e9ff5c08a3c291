import type { World } from "@dabiao/core/model/kind.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { type Reader, readerOf } from "./sql/reader.ts";

/** The definitions an access was resolved by: what is done with it goes by the same ones, without looking again. */
const resolvedBy = new WeakMap<Access, World>();

export function noteWorld(access: Access, definitions: World): void {
  resolvedBy.set(access, definitions);
}

/** The reader for this call, by the definitions of its access or as published now. In a transaction its time is the present. */
export async function currentReader(on: Workspace | Trx, access: Access): Promise<Reader> {
  const definitions = resolvedBy.get(access) ?? (await world(on));
  return readerOf(on, definitions, access, "now" in on ? on.now : new Date());
}
