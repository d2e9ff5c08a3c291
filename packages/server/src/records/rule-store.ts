import type { CheckedFormula } from "@dabiao/core/formula/check-formula.ts";
import { evaluateFormula } from "@dabiao/core/formula/evaluate-formula.ts";
import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { formulaValue, rowFormula } from "@dabiao/core/records/row-formula.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Draft, sound, valueAfter } from "./draft.ts";
import { companyCalendar, type Reader } from "./sql/reader.ts";
import { pathSql } from "./sql/record-sql.ts";

interface Rule {
  readonly field: FieldShape;
  readonly formula: CheckedFormula;
}

/** Up to so many records a rule over their own fields is worked out here: the way to the database would take longer. */
const FEW = 20;

/** Holds the records as they will be against the fields' rules. A rule without an answer does not refuse. */
export async function checkRules(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  drafts: readonly Draft[],
): Promise<void> {
  const rules = rulesOf(reader, object);
  const written = sound(drafts).filter(({ op }) => op === "create" || op === "update");
  if (rules.length === 0 || written.length === 0) return;
  const own = rules.filter((rule) => written.length <= FEW && readsOwnColumns(object, rule));
  for (const draft of written) {
    for (const rule of own) if (holds(reader, object, draft, rule) === false) refuse(draft, rule);
  }
  await checkInDatabase(
    trx,
    reader,
    object,
    written,
    rules.filter((rule) => !own.includes(rule)),
  );
}

function refuse(draft: Draft, { field }: Rule): void {
  const { zh = "", en = zh } = field.body.valid?.message ?? {};
  draft.issues.push({ field: field.key, code: "record_rule", params: { zh, en } });
}

function readsOwnColumns(object: ObjectShape, { formula }: Rule): boolean {
  return formula.references.every(([key = "", ...rest]) => rest.length === 0 && object.fields.get(key)?.column);
}

function holds(reader: Reader, object: ObjectShape, draft: Draft, { formula }: Rule): unknown {
  const { zone } = companyCalendar(reader.world);
  const clock = { now: reader.now.toISOString(), today: dayAt(reader.now, zone), zone };
  return evaluateFormula(formula, ([key = ""]) => formulaValue(object, key, valueAfter(draft, key)), clock);
}

/** PostgreSQL works the formulas out over the drafts, so a rule may look at the customer of a deal, and rows cost one statement. */
async function checkInDatabase(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  written: readonly Draft[],
  rules: readonly Rule[],
): Promise<void> {
  if (rules.length === 0) return;
  const reads = new Set(rules.flatMap(({ formula }) => formula.references.map(([key = ""]) => key)));
  const columns = [...object.fields.values()].filter(
    ({ key, column }) => reads.has(key) && column !== null && key !== "id",
  );
  const rows = written.map((draft) => ({
    _row: draft.row,
    id: draft.id,
    ...Object.fromEntries(columns.map(({ key, column }) => [column ?? key, valueAfter(draft, key)])),
  }));
  const typed = columns.map(({ column, columnType, key }) => sql`${ident(column ?? key)} ${raw(columnType ?? "text")}`);
  const broken = rules.map(
    ({ formula }, index) => sql`case when ${ruleSql(reader, object, formula)} is false then ${raw(String(index))} end`,
  );
  const answers = await trx.rows<{ _row: number; broken: number[] }>(sql`
    select _row, array_remove(array[${join(broken)}], null) as broken
    from json_to_recordset(${JSON.stringify(rows)}::json) as t (${join([sql`_row int, id uuid`, ...typed])})`);
  const byRow = new Map(written.map((draft) => [draft.row, draft]));
  for (const answer of answers) {
    const draft = byRow.get(answer._row);
    for (const index of answer.broken) if (draft) refuse(draft, rules[index]!);
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
  return object.ownFields.flatMap((field) => {
    const formula = field.body.valid && rowFormula(reader.world, object.key, field.body.valid.formula);
    return formula?.type.kind === "boolean" ? [{ field, formula }] : [];
  });
}

function ruleSql(reader: Reader, object: ObjectShape, formula: CheckedFormula): Sql {
  const { zone } = companyCalendar(reader.world);
  const clock = { now: sql`${reader.now}::timestamptz`, today: sql`${dayAt(reader.now, zone)}::date`, zone };
  const company = { ...reader, trusted: true };
  return formulaToSql(formula, (path) => pathSql(company, object, [...path], "t").expression, clock);
}
