import { join } from "node:path";
import { NO_COUNTS } from "@dabiao/core/imports/import.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { unpackFile } from "./file/unpack.ts";
import { importFolder } from "./import-folder.ts";
import { changeImport } from "./import-store.ts";
import type { ImportPlace } from "./room.ts";

/** Finds out what an uploaded file holds and brings it into one form; a file that cannot be read fails the import, in words. */
export async function readFile(place: ImportPlace, id: string): Promise<void> {
  const { workspace, dataDir, clock } = place;
  const folder = importFolder(dataDir, workspace.id, id);
  try {
    const { format, encoding, sheets } = await unpackFile(join(folder, "upload"), folder);
    const counts = { ...NO_COUNTS, total: sheets[0]?.rows ?? 0 };
    await changeImport(workspace, id, ["reading"], { state: "read", format, encoding, sheets, counts });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const failure = { code: error.code, params: error.params };
    await changeImport(workspace, id, ["reading"], { state: "failed", failure, finishedAt: clock() });
  }
}
