import type { Calendar } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { type Decimal, decimal, ratio } from "../numbers/decimal.ts";
import { roundToUnit } from "../numbers/rounding.ts";
import { type ProrationBasis, servedShare } from "./served-share.ts";

/** A goal of a period in which somebody changed teams: what the earlier half keeps, and the later half is given anew. */
export interface TransferGoal {
  readonly earlier: Decimal;
  readonly later: Decimal;
}

/**
 * Re-goals the later half of a period. By default a transfer counts from the next period on and this is not asked; in
 * the middle, the earlier team keeps its part of the old goal, and the later team carries its part of the new one.
 *
 * @param day the first day in the new team
 * @param full what a whole period's goal is in the new team
 * @returns `null` when the period has nothing to measure by the basis
 * @source SPEC.md G-10, G-11
 */
export function transferGoal(
  period: DayRange,
  day: Day,
  goal: Decimal,
  full: Decimal,
  step: Decimal,
  calendar: Calendar,
  basis: ProrationBasis = "workdays",
): TransferGoal | null {
  const share = (part: DayRange) => servedShare(period, part, calendar, basis);
  const before = share({ start: period.start, end: day });
  const after = share({ start: day, end: period.end });
  if (before === null || after === null) return null;
  return { earlier: roundToUnit(goal.times(before), step), later: roundToUnit(full.times(after), step) };
}

const TERRITORY_LIMIT = decimal("0.15");

/** What a change of territory means for a goal: up to 15 % of its opportunity nothing, more asks for a new goal. */
export interface TerritoryAdvice {
  readonly share: Decimal;
  readonly advice: "keep" | "adjust";
}

/**
 * @param before the opportunity the goal was made for
 * @param moved what came or went of it
 * @returns `null` for a territory without opportunity
 * @source SPEC.md G-11
 */
export function territoryAdvice(before: Decimal, moved: Decimal): TerritoryAdvice | null {
  const share = ratio(moved.abs(), before);
  return share === null ? null : { share, advice: share.gt(TERRITORY_LIMIT) ? "adjust" : "keep" };
}
