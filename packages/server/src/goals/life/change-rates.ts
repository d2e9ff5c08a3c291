import type { Period } from "@dabiao/core/calendar/period.ts";
import { effectiveTarget, type TargetVersion } from "@dabiao/core/goals/effective-target.ts";
import type { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { roundToUnit } from "@dabiao/core/numbers/rounding.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";
import type { OpenKpi } from "../kpi.ts";
import { type Place, placeName } from "../place.ts";
import type { ChangeDays } from "./change-periods.ts";

/** A target as agreed for a whole period from some days on, as earlier changes left it. */
interface PostedRate {
  readonly from: string;
  readonly until: string;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly counted: Decimal;
}

export type PostedRates = ReadonlyMap<string, readonly PostedRate[]>;

/** What earlier changes made of targets of these periods, in the order of their posting. */
export async function readPostedRates(on: Runner, kpi: string, periods: readonly string[]): Promise<PostedRates> {
  const rows = await on.rows<
    Place & { from: string; until: string; before: string; after: string; counted: string }
  >(sql`
    select l.subject_kind as kind, l.subject_id as id, l.period, l.slice, c.from_day as "from", c.until_day as until,
      l.before::text, l.after::text, l.counted_after::text as counted
    from ${ident(on.schema, "goal_change")} c join ${ident(on.schema, "goal_change_line")} l on l.change_id = c.id
    where c.kpi = ${kpi} and c.state = 'posted' and l.period = any(${periods}::text[]) and l.counted_after is not null
    order by c.closed_at, c.id limit ${raw("200000")}`);
  const rates = new Map<string, PostedRate[]>();
  for (const { from, until, before, after, counted, ...place } of rows) {
    const list = rates.get(placeName(place)) ?? [];
    list.push({ from, until, before: decimal(before), after: decimal(after), counted: decimal(counted) });
    rates.set(placeName(place), list);
  }
  return rates;
}

/** A target's whole-period rate before and after a change, and what then counts for the period. */
export interface RateChange {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly counted: Decimal;
}

/**
 * Changes a target's rate from a day on. The ledger has what counts; the rate behind it is what earlier changes agreed,
 * moved by whatever moved the target since (a split, a shift).
 *
 * @param to what the rate becomes, given what it is
 * @source SPEC.md G-09
 */
export function changeRate(
  kpi: OpenKpi,
  period: Period,
  amount: Decimal,
  posted: readonly PostedRate[],
  days: ChangeDays,
  { mode, basis }: Pick<NewGoalChange, "mode" | "basis">,
  to: (rate: Decimal) => Decimal,
): RateChange {
  const last = posted.at(-1);
  const drift = last ? amount.minus(last.counted) : decimal(0);
  const versions: TargetVersion[] = [{ from: period.start, amount: (posted[0]?.before ?? amount).plus(drift) }];
  for (const { from, until, before, after } of posted)
    put(versions, period, { from, until }, before.plus(drift), after.plus(drift));
  const before = rateOn(versions, days.from);
  const after = roundToUnit(to(before), kpi.step);
  put(versions, period, days, before, after);
  // A change that ends inside the period cannot count for the whole of it.
  const whole = days.until >= period.end ? mode : "prorate";
  const counted = effectiveTarget(period, versions, kpi.calendar, whole, basis) ?? after;
  return { before, after, counted: roundToUnit(counted, kpi.step) };
}

/** From its first day the new rate holds; where the change ends inside the period, the old one comes back. */
function put(
  versions: TargetVersion[],
  period: Period,
  { from, until }: { readonly from: string; readonly until: string },
  before: Decimal,
  after: Decimal,
): void {
  const start = from < period.start ? period.start : from;
  const kept = versions.filter((version) => version.from < start);
  versions.splice(0, versions.length, ...kept, { from: start, amount: after });
  if (until < period.end) versions.push({ from: until, amount: before });
}

function rateOn(versions: readonly TargetVersion[], day: string): Decimal {
  const held = versions.filter(({ from }) => from <= day).at(-1) ?? versions[0];
  return held?.amount ?? decimal(0);
}
