import { Readable } from "node:stream";
import { PEOPLE_MATCH_FIELDS } from "@dabiao/core/imports/people-fields.ts";
import { isReasonHeader, REASON_HEADER, reasonText } from "@dabiao/core/imports/reason-text.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import { csvLine } from "@dabiao/core/records/csv-cell.ts";
import { world } from "../model/world.ts";
import { chunkFaults } from "./chunk-store.ts";
import { findImport, type StoredImport } from "./import-store.ts";
import type { RowFault } from "./import-work.ts";
import { mappingOf, rowChunks } from "./open-work.ts";
import type { ImportPlace } from "./room.ts";

/** Spreadsheet programs take a CSV file for UTF-8 only with this in front. */
const BYTE_ORDER_MARK = "\uFEFF";

export interface ErrorFile {
  readonly name: string;
  readonly content: Readable;
}

/** The rows that stayed out as the file had them, with the reason in a column of its own; mended, the file can be imported again. */
export async function errorFile(place: ImportPlace, id: string, locale: Locale): Promise<ErrorFile> {
  const stored = await findImport(place.workspace, id, place.clock());
  const labels = labelsOf(await world(place.workspace), stored, locale);
  const name = `${stored.fileName.replace(/\.[^.]*$/, "")}-${locale === "en" ? "errors" : "错误"}.csv`;
  return { name, content: Readable.from(lines(place, stored, labels, locale)) };
}

async function* lines(place: ImportPlace, stored: StoredImport, labels: ReadonlyMap<string, string>, locale: Locale) {
  const columns = stored.sheets[mappingOf(stored).sheet]?.columns ?? [];
  const shown = columns.filter(({ header }) => !isReasonHeader(header));
  const headers = shown.map(({ header }) => header);
  yield BYTE_ORDER_MARK + csvLine([...headers, locale === "en" ? REASON_HEADER.en : REASON_HEADER.zh]);
  const reasons = new Map<number, string[]>();
  for await (const faults of chunkFaults(place.workspace, stored.id)) {
    for (const fault of faults)
      reasons.set(fault.row, [...(reasons.get(fault.row) ?? []), reason(fault, labels, locale)]);
  }
  for await (const rows of rowChunks(place, stored)) {
    for (const { row, cells } of rows) {
      const why = reasons.get(row);
      if (!why) continue;
      // Cells beyond the header stay, behind the reason: without them the row would look whole.
      const beyond = cells.slice(columns.length);
      yield csvLine([...shown.map(({ index }) => cells[index] ?? ""), [...new Set(why)].join("; "), ...beyond]);
    }
  }
}

function reason(fault: RowFault, labels: ReadonlyMap<string, string>, locale: Locale): string {
  return reasonText(fault, labels.get(fault.field ?? "") ?? fault.field ?? "", locale);
}

function labelsOf(definitions: World, stored: StoredImport, locale: Locale): Map<string, string> {
  const { target } = mappingOf(stored);
  const fields =
    target.kind === "people"
      ? PEOPLE_MATCH_FIELDS
      : [...(findObject(definitions, target.object)?.fields.values() ?? [])].map(({ key, body }) => ({
          key,
          label: body.label,
        }));
  return new Map(fields.map(({ key, label }) => [key, localText(label, locale)]));
}
