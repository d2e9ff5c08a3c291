import type { Calendar } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { type Decimal, sum } from "../numbers/decimal.ts";
import { type ChangeMode, effectiveTarget, type TargetVersion } from "./effective-target.ts";

/** A target raised (or lowered) from a day on. */
export interface DatedChange {
  readonly from: Day;
  readonly by: Decimal;
  readonly mode: ChangeMode;
  readonly basis: "workdays" | "days";
}

/** The versions of a target in a period: what it was at its start, and what it became from which day on. */
export function versionsOf(period: DayRange, amount: Decimal, changes: readonly DatedChange[]): TargetVersion[] {
  const inside = changes.filter(({ from }) => from > period.start && from < period.end);
  let standing = amount.minus(sum(inside.map(({ by }) => by)));
  const versions = [{ from: period.start, amount: standing }];
  for (const { from, by } of inside) {
    standing = standing.plus(by);
    versions.push({ from, amount: standing });
  }
  // Of two that begin on one day the later counts.
  return [...new Map(versions.map((version) => [version.from, version])).values()];
}

/**
 * What counts for a whole period of a target that was changed on the way. The ledger has the newest amount; what moved
 * it without a day of its own (a split, a shift) moved all its versions alike.
 *
 * @param amount what stands in the ledger now
 * @param changes in the order in which they were made; the newest one's mode holds
 * @returns unrounded; the amount itself when the period has no day of the basis
 * @source SPEC.md G-09
 */
export function countedTarget(
  period: DayRange,
  amount: Decimal,
  changes: readonly DatedChange[],
  calendar: Calendar,
): Decimal {
  const versions = versionsOf(period, amount, changes);
  const newest = changes.filter(({ from }) => from > period.start && from < period.end).at(-1);
  if (!newest) return amount;
  return effectiveTarget(period, versions, calendar, newest.mode, newest.basis) ?? amount;
}
