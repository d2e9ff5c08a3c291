import { Readable } from "node:stream";
import { fieldAt } from "@dabiao/core/model/field-path.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import { csvLine } from "@dabiao/core/records/csv-cell.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import {
  type RecordQuery,
  RecordQuery as RecordQuerySchema,
  type RecordRow,
  type Titles,
} from "@dabiao/core/records/record-query.ts";
import type { Access } from "../people/access.ts";
import { recordAudit } from "../people/audit-store.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { currentReader } from "./current-reader.ts";
import { defaultSort, readableFields, readPage } from "./list-store.ts";
import { objectOf, type Reader } from "./sql/reader.ts";

const PAGE = 1_000;
/** So that spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The records of a query as a CSV file, page by page, as their reader may see them: labels for options, names for
 * references, and no cell that a spreadsheet would run.
 *
 * It is noted in the audit log.
 *
 * @throws Refusal `forbidden` without the right to export the object
 */
export async function exportRecords(ws: Workspace, access: Access, query: RecordQuery): Promise<Readable> {
  const {
    object: key,
    fields: asked,
    sort,
    cursor: _cursor,
    limit: _limit,
    ...selection
  } = RecordQuerySchema.parse(query);
  if (!access.object(key).export) throw new Refusal("forbidden", { what: "export" });
  const reader = await currentReader(ws, access);
  const object = objectOf(reader.world, key);
  const fields = asked ?? readableFields(reader, object);
  const listing = { ...selection, fields, sort: sort ?? defaultSort(reader, object), limit: PAGE };
  await ws.transaction((trx) =>
    recordAudit(trx, access.actor, {
      kind: "export",
      subject: key,
      detail: { query: JSON.stringify(query).slice(0, 4_000) },
    }),
  );
  // The first page is read before the answer begins, so that a refusal is still a refusal.
  const first = await readPage(ws, reader, object, listing);
  return Readable.from(lines());

  async function* lines(): AsyncGenerator<string> {
    const columns = fields.map((path) => columnOf(reader, object, path, access.actor.locale));
    yield BYTE_ORDER_MARK + csvLine(columns.map(({ label }) => label));
    for (
      let page = first;
      ;
      page = await readPage(ws, reader, object, { ...listing, cursor: page.next ?? undefined })
    ) {
      const titles = JSON.parse(page.titles) as Titles;
      const rows = JSON.parse(page.items) as RecordRow[];
      yield rows.map(({ values }) => csvLine(columns.map(({ name, text }) => text(values[name], titles)))).join("");
      if (page.next === null) return;
    }
  }
}

interface Column {
  readonly name: string;
  readonly label: string;
  text(value: unknown, titles: Titles): string;
}

function columnOf(reader: Reader, object: ObjectShape, path: FieldPath, locale: Locale): Column {
  const steps = path.map((_step, index) => fieldAt(reader.world, object.key, path.slice(0, index + 1)));
  const field = steps.at(-1);
  const label = steps.map((step) => (step ? localText(step.body.label, locale) : "")).join(" / ");
  return { name: path.join("."), label, text: (value, titles) => cellText(field, value, titles, locale) };
}

function cellText(field: FieldShape | undefined, value: unknown, titles: Titles, locale: Locale): string {
  if (value === null || value === undefined) return "";
  const names = field?.target && titles[field.target.kind === "object" ? field.target.object : field.target.kind];
  if (names) return (Array.isArray(value) ? value : [value]).map((id) => names[String(id)] ?? "").join("、");
  if (field?.family === "number" || value === "****") return String(value);
  return field ? field.type.toText(value, field.settings, locale) : String(value);
}
