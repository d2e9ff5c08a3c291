import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { rowFormula } from "@dabiao/core/records/row-formula.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Draft, sound, valueAfter } from "./draft.ts";
import { companyCalendar, type Reader } from "./sql/reader.ts";
import { pathSql } from "./sql/record-sql.ts";

interface Rule {
  readonly field: FieldShape;
  readonly condition: Sql;
  readonly reads: readonly (readonly string[])[];
}

/**
 * Holds the records as they will be against the fields' rules. PostgreSQL works the formulas out over the drafts, so a rule
 * may look at the customer of a deal, and a thousand rows cost one statement. A rule without an answer does not refuse.
 */
export async function checkRules(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  drafts: readonly Draft[],
): Promise<void> {
  const rules = rulesOf(reader, object);
  const written = sound(drafts).filter(({ op }) => op === "create" || op === "update");
  if (rules.length === 0 || written.length === 0) return;
  const columns = [...new Set(rules.flatMap(({ reads }) => reads.map(([key = ""]) => key)))]
    .flatMap((key) => object.fields.get(key) ?? [])
    .filter(({ column }) => column !== null);
  const rows = written.map((draft) => ({
    _row: draft.row,
    id: draft.id,
    ...Object.fromEntries(columns.map(({ key, column }) => [column ?? key, valueAfter(draft, key)])),
  }));
  const typed = columns
    .filter(({ column }) => column !== "id")
    .map(({ column, columnType, key }) => sql`${ident(column ?? key)} ${raw(columnType ?? "text")}`);
  const broken = await trx.rows<{ _row: number; broken: number[] }>(sql`
    select _row, array_remove(array[${join(rules.map(({ condition }, index) => sql`case when ${condition} is false then ${raw(String(index))} end`))}], null) as broken
    from json_to_recordset(${JSON.stringify(rows)}::json) as t (${join([sql`_row int, id uuid`, ...typed])})`);
  const byRow = new Map(written.map((draft) => [draft.row, draft]));
  for (const { _row, broken: indexes } of broken) {
    for (const index of indexes) {
      const { field } = rules[index]!;
      const { zh = "", en = zh } = field.body.valid?.message ?? {};
      byRow.get(_row)?.issues.push({ field: field.key, code: "record_rule", params: { zh, en } });
    }
  }
}

/** The fields that rules look at, so that they are read along with a record about to change. */
export function ruleFields(reader: Reader, object: ObjectShape): string[] {
  return object.ownFields.flatMap(({ body }) => {
    const formula = body.valid && rowFormula(reader.world, object.key, body.valid.formula);
    return formula ? formula.references.map(([key = ""]) => key) : [];
  });
}

function rulesOf(reader: Reader, object: ObjectShape): Rule[] {
  const { zone } = companyCalendar(reader.world);
  const clock = { now: sql`${reader.now}::timestamptz`, today: sql`${dayAt(reader.now, zone)}::date`, zone };
  const company = { ...reader, trusted: true };
  return object.ownFields.flatMap((field) => {
    const formula = field.body.valid && rowFormula(reader.world, object.key, field.body.valid.formula);
    if (formula?.type.kind !== "boolean") return [];
    const condition = formulaToSql(formula, (path) => pathSql(company, object, [...path], "t").expression, clock);
    return [{ field, condition, reads: formula.references }];
  });
}
