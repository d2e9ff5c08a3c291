import type { Trx } from "../platform/postgres/db.ts";
import { sortSearchTerms } from "../records/write-many-store.ts";
import { insertChunk, lastWrittenRow } from "./chunk-store.ts";
import { changeImport, findImport, isRunning, type StoredImport } from "./import-store.ts";
import type { FileRow, ImportWork } from "./import-work.ts";
import { linkOwnRows } from "./link-own-rows.ts";
import { makeMembers } from "./make-members.ts";
import { openWork, ownLinks, readChunks } from "./open-work.ts";
import { runPeople } from "./people-import.ts";
import type { ImportPlace } from "./room.ts";
import { noteSeen, writeChunk } from "./write-chunk.ts";

/**
 * Writes the rows of an import, chunk by chunk. Cancelled or cut short it leaves whole chunks behind; called again it goes
 * on after the last one, also while another process is at it: every row is written once.
 *
 * @param signal told when the process stops: the chunk under way is finished, the rest is taken up later
 */
export async function runImport(place: ImportPlace, id: string, signal?: AbortSignal): Promise<void> {
  const stored = await findImport(place.workspace, id, place.clock());
  if (stored.state !== "running") return;
  if (stored.mapping?.target.kind === "people") return await runPeople(place, stored);
  await makeMembers(place, stored);
  const work = await openWork(place, stored, false);
  const written = await eachChunk(place, stored, 1, signal, work, writeRows);
  const linked = written && ownLinks(work).length > 0;
  if (linked) work.links.forget();
  const done = linked ? await eachChunk(place, stored, 2, signal, work, linkOwnRows) : written;
  if (!done) return;
  await changeImport(place.workspace, id, ["running"], { state: "done", finishedAt: place.clock() });
  await sortSearchTerms(place.workspace, work.plan.object);
}

type Phase = (trx: Trx, work: ImportWork, rows: readonly FileRow[]) => ReturnType<typeof writeRows>;

async function writeRows(trx: Trx, work: ImportWork, rows: readonly FileRow[]) {
  const { counts, faults } = await writeChunk(trx, work, rows);
  return { counts, faults };
}

/** Goes through the rows a phase has not written yet; false when it was told to stop. */
async function eachChunk(
  place: ImportPlace,
  stored: StoredImport,
  phase: 1 | 2,
  signal: AbortSignal | undefined,
  work: ImportWork,
  write: Phase,
): Promise<boolean> {
  const { workspace, clock } = place;
  const before = await lastWrittenRow(workspace, stored.id, phase);
  for await (const chunk of readChunks(place, stored, work.plan)) {
    noteSeen(work, phase === 1 ? chunk.filter(({ row }) => row <= before) : []);
    const rows = chunk.filter(({ row }) => row > before);
    const [first] = rows;
    if (!first) continue;
    if (signal?.aborted) return false;
    const goOn = await workspace.transaction(async (trx) => {
      if (!(await isRunning(trx, stored.id)) || (await lastWrittenRow(trx, stored.id, phase)) >= first.row)
        return false;
      const { counts, faults } = await write(trx, work, rows);
      const lastRow = rows.at(-1)?.row ?? first.row;
      await insertChunk(trx, stored.id, { phase, firstRow: first.row, lastRow, counts, faults });
      return await changeImport(trx, stored.id, ["running"], { workedAt: clock() });
    });
    if (!goOn) return false;
  }
  return true;
}
