import type { ImportCounts } from "@dabiao/core/imports/import.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import type { RowFault } from "./import-work.ts";

export interface Chunk {
  readonly phase: 1 | 2;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly counts: Omit<ImportCounts, "total">;
  readonly faults: readonly RowFault[];
}

/** Notes a chunk as written; in the transaction that writes it. */
export async function insertChunk(trx: Trx, importId: string, chunk: Chunk): Promise<void> {
  await trx.tables
    .insertInto("import_chunk")
    .values({
      import_id: importId,
      phase: chunk.phase,
      first_row: chunk.firstRow,
      last_row: chunk.lastRow,
      counts: JSON.stringify(chunk.counts),
      faults: JSON.stringify(chunk.faults),
    })
    .execute();
}

/** The last row of a phase that is written; 0 before the first. Chunks are written in order. */
export async function lastWrittenRow(on: Workspace | Trx, importId: string, phase: 1 | 2): Promise<number> {
  const row = await on.tables
    .selectFrom("import_chunk")
    .select((select) => select.fn.max("last_row").as("last"))
    .where("import_id", "=", importId)
    .where("phase", "=", phase)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** The faults of an import in the order of their rows, one chunk at a time. */
export async function* chunkFaults(ws: Workspace, importId: string): AsyncGenerator<readonly RowFault[]> {
  const chunks = await ws.tables
    .selectFrom("import_chunk")
    .select(["phase", "first_row"])
    .where("import_id", "=", importId)
    .orderBy("phase")
    .orderBy("first_row")
    .execute();
  for (const { phase, first_row } of chunks) {
    const row = await ws.tables
      .selectFrom("import_chunk")
      .select("faults")
      .where("import_id", "=", importId)
      .where("phase", "=", phase)
      .where("first_row", "=", first_row)
      .executeTakeFirst();
    yield (row?.faults ?? []) as readonly RowFault[];
  }
}
