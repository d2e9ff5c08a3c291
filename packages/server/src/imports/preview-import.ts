import { reasonText } from "@dabiao/core/imports/reason-text.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import { findImport } from "./import-store.ts";
import { openWork, rowChunks } from "./open-work.ts";
import type { ImportPlace } from "./room.ts";
import { writeChunk } from "./write-chunk.ts";

interface PreviewRow {
  row: number;
  cells: string[];
  values: Record<string, unknown>;
  problems: string[];
}

/** The first rows of the file and what would be written of them. */
export async function previewImport(
  place: ImportPlace,
  id: string,
  most: number,
  locale: Locale,
): Promise<PreviewRow[]> {
  const stored = await findImport(place.workspace, id, place.clock());
  if (stored.mapping?.target.kind === "people") return [];
  const work = await openWork(place, stored, true);
  for await (const chunk of rowChunks(place, stored)) {
    const rows = chunk.slice(0, most);
    const { faults, rows: read } = await place.workspace.transaction((trx) => writeChunk(trx, work, rows));
    return read.map(({ row, cells, read: { values } }) => ({
      row,
      cells: [...cells],
      values,
      problems: faults
        .filter((fault) => fault.row === row)
        .map((fault) => reasonText(fault, labelOf(fault.field), locale)),
    }));
  }
  return [];

  function labelOf(field: string | null): string {
    const label = field === null ? undefined : work.plan.object.fields.get(field)?.body.label;
    return label ? localText(label, locale) : (field ?? "");
  }
}
