import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { checkImport } from "./check-import.ts";
import { changeImport, findImport } from "./import-store.ts";
import { readFile } from "./read-file.ts";
import type { ImportPlace } from "./room.ts";
import { runImport } from "./run-import.ts";

/** Does what an import waits for: reading its file, checking its rows or writing them. What a rule forbids ends it, in words. */
export async function workImport(place: ImportPlace, id: string, signal?: AbortSignal): Promise<void> {
  const { state } = await findImport(place.workspace, id, place.clock());
  try {
    if (state === "reading") await readFile(place, id);
    if (state === "checking") await checkImport(place, id);
    if (state === "running") await runImport(place, id, signal);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await failImport(place, id, error);
  }
}

export async function failImport(place: ImportPlace, id: string, { code, params }: Refusal): Promise<void> {
  const failure = { code, params: { ...params } };
  const at = place.clock();
  await changeImport(place.workspace, id, ["reading", "checking", "running"], {
    state: "failed",
    failure,
    finishedAt: at,
  });
}
