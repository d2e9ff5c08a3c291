import type { DrillRow, MetricDrillQuery } from "@dabiao/core/metrics/explain.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { objectOf, type Reader } from "../records/sql/reader.ts";
import { type AggregateOf, answerFromFacts, answerOf, partsOf } from "./sql/aggregate.ts";

/** How many records count and how many do not, by their first reason. */
export async function countVerdicts(on: Runner, verdicts: Sql): Promise<{ reason: string | null; count: number }[]> {
  return await on.rows(
    sql`select o.out[1] as reason, count(*)::int as count from (${onePerRecord(verdicts, false)}) o group by 1 order by 2 desc, 1`,
  );
}

/** The aggregate over the records that count, straight from them. */
export async function valueOfVerdicts(on: Runner, measure: AggregateOf, verdicts: Sql): Promise<string | null> {
  const counted = sql`select * from (${verdicts}) a where cardinality(a.out) = 0`;
  const parts = partsOf(measure);
  const facts =
    measure.aggregate === "last"
      ? sql`select distinct on (t.member) t.* from (${counted}) t order by t.member, t.day desc, t.id desc`
      : counted;
  const question = parts
    ? sql`select ${answerOf(measure, "a.")} as value from (select ${join(parts.map(({ name, of }) => sql`${of} as ${raw(name)}`))} from (${facts}) f) a`
    : sql`select ${answerFromFacts(measure)} as value from (${facts}) f`;
  const [row] = await on.rows<{ value: string | null }>(question);
  return row?.value ?? null;
}

/** A page of records on one side, the newest day first. Records out of reach are counted, never shown. */
export async function pageOfVerdicts(
  on: Runner,
  reader: Reader,
  leaf: AggregateTree,
  verdicts: Sql,
  query: Pick<MetricDrillQuery, "side" | "cursor" | "limit">,
): Promise<Page<DrillRow>> {
  const object = objectOf(reader.world, leaf.measure.object);
  const name = object.fields.get(object.nameField);
  const titled = name?.column && isReadable(reader, object.key, name.key) ? ident("r", name.column) : raw("null");
  const day = raw("coalesce(o.day, '-infinity'::date)");
  const conditions = [sideSql(query.side), raw("not ('scope' = any(o.out))")];
  if (query.cursor !== undefined) {
    const [after, id] = readCursor(query.cursor, 2);
    conditions.push(sql`(${day}, o.id) < (${after}::date, ${id}::uuid)`);
  }
  const rows = await on.rows<
    DrillRow & { place: string }
  >(sql`select o.id, (${titled})::text as title, o.day, o.member as "memberId",
      trim_scale(round(o.v, 12))::text as value, o.out, ${day}::text as place
    from (${onePerRecord(verdicts, leaf.measure.aggregate !== "distinct")}) o join ${ident(reader.schema, object.table)} r on r.id = o.id
    where ${and(conditions)} order by ${day} desc, o.id desc limit ${raw(String(query.limit + 1))}`);
  const page = pageOf(rows, query.limit, ({ place, id }) => [place, id]);
  return { items: page.items.map(({ place: _, ...row }) => row), next: page.next };
}

function isReadable(reader: Reader, object: string, field: string): boolean {
  const right = reader.access.object(object).field(field);
  return right === "read" || right === "write";
}

/** The condition for one side of a figure: what counts, what does not, or what is out for one reason. */
export function sideSql(which: string): Sql {
  if (which === "in") return raw("cardinality(o.out) = 0");
  return which === "out" ? raw("cardinality(o.out) > 0") : sql`o.out[1] = ${which}`;
}

/**
 * With split credit a record counts when one of its shares does; its shares of the cell are added up. What is counted
 * once for several records, such as a customer, is no number to be added.
 */
function onePerRecord(verdicts: Sql, isNumber: boolean): Sql {
  const value = isNumber ? raw("sum(a.v) over (partition by a.id, a.out)") : raw("null::numeric");
  return sql`select distinct on (a.id) a.id, a.member, a.day, a.out, ${value} as v from (${verdicts}) a order by a.id, cardinality(a.out)`;
}
