import { type DayRange, subtract } from "@dabiao/core/calendar/day-range.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { objectOf } from "../records/sql/reader.ts";
import { calendarOf, type MetricContext } from "./context.ts";
import type { LeafQuery } from "./leaf-cells.ts";
import { monthFrom, wholeMonths } from "./months.ts";
import { recordDate } from "./record-date.ts";
import { fingerprintOf, isSealable } from "./sealable.ts";
import type { Cut } from "./sql/cells.ts";
import { touchedMonths } from "./touched-months-store.ts";

/** Nobody, where a column must not be null. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

interface SealQuestion {
  readonly query: LeafQuery;
  readonly cuts: readonly Cut[];
  /** Days the organisation changed; a month with one inside is counted from its records. */
  readonly changes: readonly string[];
  readonly scoped: boolean;
}

/**
 * The sealed months that may answer for part of a query, and the days left to be counted from records. Must run in
 * the same snapshot as the count: a record changed a moment ago has its months open although the dispatcher has
 * not come by yet.
 */
export async function sealedPart(
  on: Runner,
  context: MetricContext,
  leaf: AggregateTree,
  { query, cuts, changes, scoped }: SealQuestion,
): Promise<{ readonly rows: Sql; readonly live: readonly DayRange[] } | null> {
  if (scoped || query.filter || query.asOf || cuts.some(({ kind }) => kind === "field")) return null;
  const candidates = wholeMonths(query.range).filter(
    (month) => cuts.every((cut) => keepsMonths(cut)) && !splits(month, changes),
  );
  if (candidates.length === 0 || !isSealable(context.world, leaf)) return null;
  const fingerprint = fingerprintOf(leaf, calendarOf(context.world, leaf.body));
  const sealed = await on.rows<{ month: string }>(
    sql`select month from ${ident(on.schema, "metric_seal")} where fingerprint = ${fingerprint} and month = any(${candidates}::date[]) order by month`,
  );
  if (sealed.length === 0) return null;
  const open = await touchedMonths(
    on,
    recordDate(context.reader, objectOf(context.world, leaf.measure.object), leaf.measure.date),
    pending(on, leaf),
  );
  if (open === null) return null;
  const months = sealed.map(({ month }) => month).filter((month) => !open.includes(month));
  if (months.length === 0) return null;
  return {
    live: subtract(query.range, months.map(monthFrom)),
    rows: sql`select nullif(member_id, ${NOBODY}::uuid) as member, month as day, n, s, m from ${ident(on.schema, "metric_month")}
      where fingerprint = ${fingerprint} and month = any(${months}::date[])`,
  };
}

/** Periods that begin on the first of a month only. */
function keepsMonths(cut: Cut): boolean {
  return cut.kind !== "period" || cut.starts.every((start) => start.endsWith("-01"));
}

function splits(month: string, changes: readonly string[]): boolean {
  const { start, end } = monthFrom(month);
  return changes.some((day) => day > start && day < end);
}

function pending(on: Runner, leaf: AggregateTree): Sql {
  return sql`select c.record_id, c.before, c.after from ${ident(on.schema, "change_pending")} w
    join ${ident(on.schema, "change")} c on c.id = w.change_id where c.object = ${leaf.measure.object}${raw("")}`;
}
