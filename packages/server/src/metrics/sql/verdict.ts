import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { topConditions } from "@dabiao/core/metrics/explain.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { filterSql } from "../../records/sql/record-sql.ts";
import { factsSql } from "./facts.ts";
import { inline } from "./inline.ts";
import { type LeafRequest, leafSql } from "./leaf-facts.ts";

/** The cell that a record is judged for. `member: null` is the cell of records without a credited member. */
export interface VerdictCell {
  readonly range: DayRange;
  readonly member?: string | null;
  readonly unit?: string;
  readonly values: readonly (string | null)[];
}

/**
 * Every record of the object with the reasons it does not count for the cell: rows of id, member, day, v, w, n and
 * `out`, a list that is empty for a record that counts. With split credit a record has a row per share.
 * `request.cuts` are the fields the cell is cut by, in the order of `cell.values`.
 */
export function verdictSql(request: LeafRequest, cell: VerdictCell): Sql {
  const parts = leafSql(request);
  const company = { ...request.reader, trusted: true };
  const conditions = topConditions(request.leaf.measure.filter).map((condition) =>
    inline(filterSql(company, parts.object, condition, "r")),
  );
  const { start, end } = cell.range;
  const reasons = [
    reason("deleted", raw("r.deleted_at is null")),
    sql`case when ${parts.day} is null then 'no_date' when ${parts.day} < ${start}::date then 'before' when ${parts.day} >= ${end}::date then 'after' end`,
    ...conditions.map((condition, index) => reason(`filter:${index}`, condition)),
    ...parts.cuts.map((cut, index) =>
      reason(`field:${index}`, sql`(${cut})::text is not distinct from ${cell.values[index] ?? null}::text`),
    ),
    ...(parts.rate ? [reason("no_rate", sql`${parts.rate} is not null`)] : []),
    ...(parts.ownFilter ? [reason("condition", parts.ownFilter)] : []),
    ...(parts.scope ? [reason("scope", parts.scope)] : []),
  ];
  const facts = factsSql({
    relation: parts.relation,
    joins: raw(""),
    conditions: raw("true"),
    credit: parts.credit,
    day: parts.day,
    value: parts.value,
    weight: parts.weight,
    cuts: [sql`array_to_string(array[${join(reasons)}]::text[], ',')`],
    decimals: request.leaf.body.unit.decimals,
  });
  const credited = creditedTo(request.reader.schema, cell);
  return sql`select f.id, f.member, f.day, f.v, f.w, f.n,
    array_remove(string_to_array(f.c0, ',') || ${credited}, null) as out from (${facts}) f`;
}

function reason(code: string, holds: Sql): Sql {
  return sql`case when (${holds}) is not true then ${raw(`'${code}'`)} end`;
}

/** Whether fact `f` is credited to the cell's person and unit, as a list of reasons. */
export function creditedTo(schema: string, cell: VerdictCell): Sql {
  const member = cell.member === undefined ? [] : [sql`f.member is not distinct from ${cell.member}::uuid`];
  const unit = cell.unit === undefined ? [] : [inUnit(schema, cell.unit)];
  const holds = [...member, ...unit];
  if (holds.length === 0) return raw("array[]::text[]");
  return sql`array[case when (${join(holds, " and ")}) is not true then 'credit' end]`;
}

function inUnit(schema: string, unit: string): Sql {
  const on = (table: string) =>
    raw(`f.day >= ${table}.from_day and (${table}.to_day is null or f.day < ${table}.to_day)`);
  return sql`exists (select from ${ident(schema, "membership")} m join ${ident(schema, "unit_path")} u on u.unit_id = m.unit_id and ${on("u")}
    where m.member_id = f.member and m.kind = 'primary' and ${on("m")} and u.ancestor_id = ${unit}::uuid)`;
}
