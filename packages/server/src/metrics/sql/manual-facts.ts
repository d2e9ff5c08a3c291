import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { ManualTree } from "@dabiao/core/metrics/leaves.ts";
import { and, ident, or, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";

/** Which figures entered by hand are wanted. */
export interface ManualRequest {
  readonly schema: string;
  readonly leaf: ManualTree;
  readonly ranges: readonly DayRange[];
  /** As known at that moment; null is now. */
  readonly asOf: Date | null;
  /** Whose figures the reader may see; null is everybody's. */
  readonly people: readonly string[] | null;
}

/** K-13: facts of confirmed figures, in the columns of other facts; what nobody confirmed is none. */
export function manualFactsSql({ schema, leaf, ranges, asOf, people }: ManualRequest): Sql {
  const conditions = [
    sql`r.metric = ${leaf.key}`,
    raw("r.value is not null"),
    counting(asOf),
    or(ranges.map(({ start, end }) => sql`r.day >= ${start}::date and r.day < ${end}::date`)),
    ...(people === null ? [] : [sql`r.member_id = any(${people}::uuid[])`]),
  ];
  return sql`select r.id, r.member_id as member, r.day, r.value as v, null::numeric as w, 1::numeric as n
    from ${ident(schema, "manual_figure")} r where ${and(conditions)}`;
}

/** Whether figure `r` counts, now or as known at a moment. */
export function counting(asOf: Date | null): Sql {
  if (asOf === null) return raw("r.state = 'confirmed' and r.ended_at is null");
  const at = sql`${asOf.toISOString()}::timestamptz`;
  return sql`r.state = 'confirmed' and r.decided_at <= ${at} and (r.ended_at is null or r.ended_at > ${at})`;
}
