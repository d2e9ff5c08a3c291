import { formulaKeys } from "@dabiao/core/metrics/formula-keys.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import type { FillRate } from "@dabiao/core/metrics/lint/kpi-facts.ts";
import { namedField } from "@dabiao/core/model/named-field.ts";
import type { FieldShape } from "@dabiao/core/model/shape.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import type { Runner } from "../../platform/postgres/db.ts";
import { objectOf, type Reader } from "../../records/sql/reader.ts";
import { filterSql } from "../../records/sql/record-sql.ts";

/** The newest records looked at: enough to tell 12 percent from 60, whatever the table's size. */
const RECORDS_MAX = 10_000;
const FIELDS_MAX = 12;
/** A formula that says what an empty field means does not suffer from one. */
const MINDFUL = /\b(IFEMPTY|ISEMPTY)\s*[(（]/i;

/** How full the fields are that an aggregate rests on: what it is worth and dated by where it counts, what it asks for everywhere. */
export async function fillRates(on: Runner, reader: Reader, leaf: AggregateTree): Promise<FillRate[]> {
  const object = objectOf(reader.world, leaf.measure.object);
  const { measure } = leaf;
  const counted = measure.filter ? filterSql({ ...reader, trusted: true }, object, measure.filter, "r") : raw("true");
  const valued = [measure.date, ...(MINDFUL.test(measure.value ?? "") ? [] : formulaKeys(measure.value ?? ""))];
  const asked = askedFields(measure.filter);
  const watched = [
    ...stored(reader, object.key, valued).map((field) => ({ field, among: counted })),
    ...stored(reader, object.key, asked).map((field) => ({ field, among: raw("true") })),
  ].slice(0, FIELDS_MAX);
  if (watched.length === 0) return [];
  const columns = watched.flatMap(({ field, among }, index) => [
    sql`count(*) filter (where ${among})::int as ${ident(`n${index}`)}`,
    sql`count(*) filter (where ${among} and ${filled(field)})::int as ${ident(`f${index}`)}`,
  ]);
  const [row = {}] = await on.rows<Record<string, number>>(sql`
    select ${join(columns)} from (select * from ${ident(on.schema, object.table)} t where t.deleted_at is null
      order by t.id desc limit ${RECORDS_MAX}::int) r`);
  return watched.map(({ field }, index) => ({
    object: object.key,
    field: field.key,
    label: field.body.label,
    records: row[`n${index}`] ?? 0,
    filled: row[`f${index}`] ?? 0,
  }));
}

/** The object's own stored fields of these names, each once; system fields are always filled. */
function stored(reader: Reader, object: string, names: readonly string[]): FieldShape[] {
  const found = names.flatMap((name) => {
    const field = namedField(reader.world, object, name.split("."));
    return field && field.path.length === 1 && field.field.column !== null && !field.field.system ? [field.field] : [];
  });
  return [...new Map(found.map((field) => [field.key, field])).values()];
}

function filled(field: FieldShape): Sql {
  const column = ident("r", field.column ?? field.key);
  return field.family === "text" ? sql`coalesce(${column}, '') <> ''` : sql`${column} is not null`;
}

/** Fields a filter holds against a value; those it asks to be filled or empty are meant to be so. */
function askedFields(filter: Filter | undefined): string[] {
  if (filter === undefined) return [];
  if ("and" in filter) return filter.and.flatMap(askedFields);
  if ("or" in filter) return filter.or.flatMap(askedFields);
  if ("not" in filter) return askedFields(filter.not);
  return filter.op === "is_empty" || filter.op === "is_not_empty" ? [] : [filter.field.join(".")];
}
