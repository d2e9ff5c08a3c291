import type { FieldType, ParseContext } from "../model/field-type.ts";
import { accepted, isEmpty } from "../model/parsed.ts";
import type { FieldShape, ObjectShape } from "../model/shape.ts";
import { Decimal } from "../numbers/decimal.ts";
import { unguardCell } from "../records/csv-cell.ts";
import type { ColumnMapping } from "./import.ts";
import { spreadsheetNumber } from "./spreadsheet-number.ts";

/** Text that names records or people; which ones is asked for many rows at once. */
export interface Link {
  readonly column: ColumnMapping;
  readonly field: FieldShape;
  readonly texts: readonly string[];
}

export interface CellFault {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: string | null;
}

/** A row read: stored values by field key, links still to be found, and what could not be read. Empty cells say nothing. */
export interface ReadRow {
  readonly values: Record<string, unknown>;
  readonly links: Link[];
  readonly faults: CellFault[];
}

interface Reading {
  readonly column: ColumnMapping;
  readonly field: FieldShape;
  readonly type: FieldType;
  readonly settings: unknown;
  readonly meant: ReadonlyMap<string, string>;
}

const NAMES_APART = /\s*[,，、;；|]\s*/;

/**
 * Makes the function that reads a file's rows by a mapping: value mappings first, then each field's own type as it
 * reads what people type, with the column's order of dates and its factor.
 *
 * @param width how many columns the file's header has: a row with more cells is cut wrongly and stays out
 */
export function rowReader(
  shape: ObjectShape,
  columns: readonly ColumnMapping[],
  context: ParseContext,
  width = Number.POSITIVE_INFINITY,
): (cells: readonly string[]) => ReadRow {
  const readings = columns.flatMap((column) => {
    const field = column.field === null ? undefined : shape.fields.get(column.field);
    return field ? [readingOf(column, field)] : [];
  });
  return (cells) => {
    const row: ReadRow = { values: {}, links: [], faults: [] };
    if (cells.length > width && cells.slice(width).some((cell) => cell !== "")) {
      const params = { cells: cells.length, columns: width };
      row.faults.push({ column: null, field: null, code: "import_row_too_long", params, value: null });
    }
    for (const reading of readings) readCell(row, reading, cells[reading.column.column] ?? "", context);
    return row;
  };
}

function readingOf(column: ColumnMapping, field: FieldShape): Reading {
  const ordered = column.dateOrder !== undefined && (field.type.type === "date" || field.type.type === "datetime");
  const settings = ordered ? { ...(field.settings as object), format: column.dateOrder } : field.settings;
  return { column, field, type: field.type, settings, meant: new Map(Object.entries(column.values)) };
}

function readCell(row: ReadRow, { column, field, type, settings, meant }: Reading, raw: string, context: ParseContext) {
  const text = meant.get(raw) ?? unguardCell(raw);
  if (isEmpty(text)) return;
  if (field.target !== null) {
    const many = field.family === "references";
    row.links.push({ column, field, texts: many ? text.split(NAMES_APART).filter(Boolean) : [text] });
    return;
  }
  const isNumber = field.family === "number";
  const read = type.parse(isNumber ? spreadsheetNumber(text) : text, settings, context);
  const parsed = read.ok && isNumber && column.factor !== "1" ? scaled(read.value, column, field, context) : read;
  if (parsed.ok) {
    if (parsed.value !== null && parsed.value !== "") row.values[field.key] = parsed.value;
  } else if (column.missing !== "empty") {
    const { code, params } = parsed.issue;
    row.faults.push({ column: column.column, field: field.key, code, params: { ...params }, value: raw });
  }
}

/** The number it stands for; that one, too, must be a value of the field. */
function scaled(value: unknown, { factor }: ColumnMapping, { type, settings }: FieldShape, context: ParseContext) {
  if (value === null) return accepted(null);
  return type.parse(new Decimal(String(value)).times(factor).toFixed(), settings, { ...context, lenient: false });
}
