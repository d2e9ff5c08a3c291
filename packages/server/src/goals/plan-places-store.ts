import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { period as readPeriod } from "@dabiao/core/calendar/period.ts";
import { AXES } from "@dabiao/core/goals/child-rule.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { type OpenKpi, periodIn } from "./kpi.ts";
import type { Place } from "./place.ts";

/** Periods with targets that lie in a plan; those the calendar no longer knows are with it, to be told. */
export async function planPeriods(on: Runner, kpi: OpenKpi, plan: string): Promise<string[]> {
  const whole = periodIn(kpi, plan);
  const rows = await on.rows<{ period: string }>(sql`
    select distinct u.name as period from ${ident(on.schema, "target_frame")} f, unnest(f.names) u (name)
    where exists (select from ${ident(on.schema, "target_line")} l where l.kpi = ${kpi.key} and l.frame_id = f.id)`);
  return rows.map(({ period }) => period).filter((key) => liesIn(kpi, key, whole));
}

function liesIn(kpi: OpenKpi, key: string, whole: DayRange): boolean {
  try {
    const { start, end } = readPeriod(key, kpi.calendar);
    return start < whole.end && whole.start < end && !(start <= whole.start && end >= whole.end && end > whole.end);
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** What of a plan is worth a look, and how many targets it has in all. */
export interface Suspects {
  readonly places: readonly Place[];
  readonly nodes: number;
}

/**
 * Places whose children and buffer do not make the target itself, or whose subject is gone, whose amount is no multiple of
 * the step, or whose period the calendar does not know: everything else is right by the ledger's own rules, so that a plan of
 * half a million targets is checked by one pass.
 */
export async function suspects(on: Runner, kpi: OpenKpi, plan: string, most: number): Promise<Suspects> {
  const periods = await planPeriods(on, kpi, plan);
  const unknown = periods.filter((key) => !isKnown(kpi, key));
  const table = (name: string) => ident(on.schema, name);
  const off = (axis: string) => `(to_${axis} is not null and amount <> -to_${axis})`;
  const sumOf = (account: string, name: string) =>
    `sum(l.amounts[s.place]) filter (where l.account = '${account}') as ${name}`;
  const rows = await on.rows<Place & { nodes: string }>(sql`
    with spot as materialized (
      select f.id, u.name, u.place::int as place from ${table("target_frame")} f, unnest(f.names) with ordinality u (name, place)
      where f.names && ${periods}::text[] and u.name = any(${periods}::text[])
    ), node as materialized (
      select l.subject_kind as kind, l.subject_id as id, s.name as period, l.slice, ${raw(
        [sumOf("target", "amount"), ...AXES.map((axis) => sumOf(`to_${axis}`, `to_${axis}`))].join(", "),
      )}
      from spot s join ${table("target_line")} l on l.kpi = ${kpi.key} and l.frame_id = s.id
      where l.amounts[s.place] is not null and l.account not in ('plan', 'buffer_people', 'buffer_periods', 'buffer_slices') group by 1, 2, 3, 4
    )
    select node.kind, node.id, node.period, node.slice, (select count(*) from node where amount is not null) as nodes from node
    left join ${table("member")} m on m.id = node.id and m.left_on is not null
    left join ${table("unit")} u on u.id = node.id and u.archived
    where amount is not null and (${raw(AXES.map(off).join(" or "))} or (amount <> 0 and (m.id is not null or u.id is not null))
      or mod(amount, ${kpi.step.toFixed()}::numeric) <> 0 or node.period = any(${unknown}::text[]))
    order by node.period, node.kind, node.id, node.slice limit ${raw(String(most))}`);
  return {
    places: rows.map(({ kind, id, period, slice }) => ({ kind, id, period, slice })),
    nodes: Number(rows[0]?.nodes ?? 0),
  };
}

function isKnown(kpi: OpenKpi, key: string): boolean {
  try {
    readPeriod(key, kpi.calendar);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
