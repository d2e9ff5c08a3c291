import type { CheckedFormula } from "@dabiao/core/formula/check-formula.ts";
import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, join, raw, sql } from "@dabiao/core/platform/sql.ts";
import { rowFormula } from "@dabiao/core/records/row-formula.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Draft } from "./draft.ts";
import { companyCalendar, type Reader } from "./sql/reader.ts";
import { pathSql } from "./sql/record-sql.ts";

interface Default {
  readonly field: FieldShape;
  readonly formula: CheckedFormula;
}

/**
 * Fills empty fields of new records whose default looks at what the record refers to: a deal is called after its
 * customer and product. PostgreSQL works it out over all drafts at once; the writer sees no more of the referred record than
 * the default says, so it reads with the company's eyes.
 */
export async function fillFromReferences(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  drafts: readonly Draft[],
): Promise<void> {
  const defaults = referringDefaults(reader, object);
  const open = drafts.filter(
    ({ op, values }) => op === "create" && defaults.some(({ field }) => (values[field.key] ?? null) === null),
  );
  if (open.length === 0) return;
  const reads = new Set(defaults.flatMap(({ formula }) => formula.references.map(([key = ""]) => key)));
  const columns = [...object.fields.values()].filter(({ key, column }) => reads.has(key) && column !== null);
  const rows = open.map(({ row, values }) => ({
    _row: row,
    ...Object.fromEntries(columns.map(({ key, column }) => [column ?? key, values[key] ?? null])),
  }));
  const typed = columns.map(({ column, columnType, key }) => sql`${ident(column ?? key)} ${raw(columnType ?? "text")}`);
  const answers = await trx.rows<{ _row: number; filled: (string | null)[] }>(sql`
    select _row, array[${join(defaults.map(({ formula }) => sql`(${valueSql(reader, object, formula)})::text`))}] as filled
    from json_to_recordset(${JSON.stringify(rows)}::json) as t (${join([sql`_row int`, ...typed])})`);
  const byRow = new Map(open.map((draft) => [draft.row, draft]));
  const context = { zone: trx.zone, lenient: false };
  for (const { _row, filled } of answers) {
    const values = byRow.get(_row)?.values ?? {};
    for (const [index, { field }] of defaults.entries()) {
      if ((values[field.key] ?? null) !== null) continue;
      const parsed = field.type.parse(filled[index], field.settings, context);
      if (parsed.ok && parsed.value !== null) values[field.key] = parsed.value;
    }
  }
}

const known = new WeakMap<ObjectShape, readonly Default[]>();

/** An object's shape belongs to one world, and so do its defaults. */
function referringDefaults(reader: Reader, object: ObjectShape): readonly Default[] {
  const found = known.get(object) ?? findDefaults(reader, object);
  known.set(object, found);
  return found;
}

function findDefaults(reader: Reader, object: ObjectShape): Default[] {
  return object.ownFields.flatMap((field) => {
    if (field.body.default === undefined || field.computed) return [];
    const formula = rowFormula(reader.world, object.key, field.body.default);
    return formula?.references.some(({ length }) => length > 1) ? [{ field, formula }] : [];
  });
}

function valueSql(reader: Reader, object: ObjectShape, formula: CheckedFormula) {
  const { zone } = companyCalendar(reader.world);
  const clock = { now: sql`${reader.now}::timestamptz`, today: sql`${dayAt(reader.now, zone)}::date`, zone };
  const company = { ...reader, trusted: true };
  return formulaToSql(formula, (path) => pathSql(company, object, [...path], "t").expression, clock);
}
