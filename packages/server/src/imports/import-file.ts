import { copyFile } from "node:fs/promises";
import type { DuplicatePolicy, Import, MissingPolicy } from "@dabiao/core/imports/import.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import { type Access, resolveAccess } from "../people/access.ts";
import { checkImport } from "./check-import.ts";
import { findImport, publicImport } from "./import-store.ts";
import { storeFile } from "./receive-upload.ts";
import type { ImportPlace } from "./room.ts";
import { startCheck, startRun } from "./start-work.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { workImport } from "./work-import.ts";

export interface ImportFileOptions {
  /** An object's key or `people`; found by the file when left out. */
  readonly object?: string | undefined;
  readonly sheet?: number | undefined;
  /** Headers → fields, null for a column to leave out; other columns go where they are found to belong. */
  readonly columns?: Readonly<Record<string, string | null>> | undefined;
  readonly key?: string | undefined;
  readonly duplicates?: DuplicatePolicy | undefined;
  /** What becomes of references and owners that nobody has yet. */
  readonly missing?: MissingPolicy | undefined;
  /** Values as the file has them → as they are meant, by field. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Only tell what would happen. */
  readonly checkOnly?: boolean | undefined;
}

/** Imports a file of this machine from upload to end, as the command line does: the same steps as in the wizard. */
export async function importFile(
  place: ImportPlace,
  actor: Actor,
  path: string,
  options: ImportFileOptions = {},
): Promise<Import> {
  const { workspace, clock } = place;
  const access = await resolveAccess(workspace, await world(workspace), actor, clock());
  const id = await storeFile(place, actor, path, (to) => copyFile(path, to));
  await workImport(place, id);
  const read = await findImport(workspace, id, clock());
  if (read.failure) throw new Refusal(read.failure.code, read.failure.params as Refusal["params"]);
  await startCheck(place, access, id, await mappingFor(place, access, id, options), false);
  await checkImport(place, id);
  if (!options.checkOnly) {
    await startRun(place, access, id, false);
    await workImport(place, id);
  }
  return publicImport(await findImport(workspace, id, clock()));
}

async function mappingFor(place: ImportPlace, access: Access, id: string, options: ImportFileOptions) {
  const { mapping } = await suggestMapping(place, access, id, options.sheet ?? 0, options.object);
  const headers = (await findImport(place.workspace, id, place.clock())).sheets[mapping.sheet]?.columns ?? [];
  const columns = mapping.columns.map((column) => {
    const named = options.columns?.[headers[column.column]?.header ?? ""];
    const field = named === undefined ? column.field : named;
    return {
      ...column,
      field,
      ...(options.missing && field !== null ? { missing: options.missing } : {}),
      values: { ...column.values, ...options.values?.[field ?? ""] },
    };
  });
  const key = options.key ?? mapping.key;
  return { ...mapping, columns, key, duplicates: options.duplicates ?? mapping.duplicates };
}
