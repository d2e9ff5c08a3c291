import type { Calendar } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { type Decimal, ZERO } from "../numbers/decimal.ts";
import { type ChangeMode, effectiveTarget } from "./effective-target.ts";

/** A target changed from a day on. */
export interface DatedChange {
  readonly from: Day;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly mode: ChangeMode;
  readonly basis: "workdays" | "days";
}

/**
 * What counts for a whole period of a target that was changed on the way. The ledger has the newest amount; what moved
 * it without a day of its own (a split, a shift) moves all versions alike.
 *
 * @param amount what stands in the ledger now
 * @param changes in the order in which they were made
 * @returns unrounded; the amount itself when the period has no day of the basis
 * @source SPEC.md G-09
 */
export function countedTarget(
  period: DayRange,
  amount: Decimal,
  changes: readonly DatedChange[],
  calendar: Calendar,
): Decimal {
  const inside = changes.filter(({ from }) => from > period.start && from < period.end);
  const newest = inside.at(-1);
  if (!newest || newest.mode === "replace") return amount;
  // An undated move between two changes shifts what was before it too.
  const drifts = inside.map((change, index) => {
    const next = inside[index + 1];
    return (next ? next.before : amount).minus(change.after);
  });
  const driftFrom = (index: number) => drifts.slice(index).reduce((total, drift) => total.plus(drift), ZERO);
  const versions = [
    { from: period.start, amount: (inside[0] ?? newest).before.plus(driftFrom(0)) },
    ...inside.map(({ from, after }, index) => ({ from, amount: after.plus(driftFrom(index)) })),
  ];
  return effectiveTarget(period, sameDayLast(versions), calendar, newest.mode, newest.basis) ?? amount;
}

/** Of two versions that begin on one day the later one counts. */
function sameDayLast<Version extends { readonly from: Day }>(versions: readonly Version[]): Version[] {
  return [...new Map(versions.map((version) => [version.from, version])).values()];
}
