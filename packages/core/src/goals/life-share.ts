import type { Calendar } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { type Decimal, decimal, ONE, ratio, sum } from "../numbers/decimal.ts";
import type { AbsenceKind } from "./absence.ts";
import { type RampOf, rampIn } from "./ramp.ts";
import { type ProrationBasis, servedMonths } from "./served-share.ts";

/** What happened to somebody, as far as a target is concerned. Days are half-open. */
export interface Life {
  /** The first day at work; `null` for always. */
  readonly joinedOn: Day | null;
  /** The first day not at work any more; `null` for never. */
  readonly leftOn: Day | null;
  /** Days that are taken out of the target: approved leave, and days between two units. */
  readonly leave: readonly (DayRange & { readonly kind: AbsenceKind | "noUnit" })[];
  readonly ramps: readonly RampOf[];
}

/** One month of the reckoning. */
export interface LifeMonth {
  readonly start: Day;
  readonly end: Day;
  readonly whole: Decimal;
  readonly served: Decimal;
  /** Share of a full target by the ramp; 1 without. */
  readonly ramp: Decimal;
  readonly rampKey: string | null;
  readonly tenure: number | null;
}

/** How much of a full target is somebody's in a period, and why. */
export interface LifeShare {
  /** Served × ramp, 0 to 1 and more; `null` when nothing is due: the goal is withdrawn, which is not a goal of 0. */
  readonly share: Decimal | null;
  readonly served: Decimal | null;
  readonly basis: ProrationBasis;
  readonly months: readonly LifeMonth[];
}

const ALWAYS = { start: "0001-01-01", end: "9999-12-31" };

/**
 * The share of a full target that somebody owes in a period: month by month what was served, times the ramp's step for
 * that month. Of several ramps the one that asks least counts.
 *
 * @source SPEC.md G-05, G-10
 */
export function lifeShare(period: DayRange, life: Life, calendar: Calendar, basis: ProrationBasis): LifeShare {
  const at = { start: life.joinedOn ?? ALWAYS.start, end: life.leftOn ?? ALWAYS.end };
  const months = servedMonths(period, at, calendar, basis, life.leave).map(({ month, whole, served }): LifeMonth => {
    const least = leastRamp(life.ramps, month.start);
    return {
      ...month,
      whole,
      served,
      ramp: least?.factor ?? ONE,
      rampKey: least?.key ?? null,
      tenure: least?.tenure ?? null,
    };
  });
  const whole = sum(months.map((month) => month.whole));
  const served = ratio(sum(months.map((month) => month.served)), whole);
  const share = ratio(sum(months.map((month) => month.served.times(month.ramp))), whole);
  return { share: share === null || share.isZero() ? null : share, served, basis, months };
}

/** Whether a period passes somebody by without touching the target: nothing to reckon then. */
export function isWholeIn(period: DayRange, life: Life): boolean {
  return (
    (life.joinedOn === null || life.joinedOn <= period.start) &&
    (life.leftOn === null || life.leftOn >= period.end) &&
    life.leave.every(({ start, end }) => end <= period.start || start >= period.end) &&
    life.ramps.length === 0
  );
}

function leastRamp(ramps: readonly RampOf[], month: Day): { key: string; factor: Decimal; tenure: number } | null {
  const running = ramps
    .map((ramp) => ({ key: ramp.key, ...rampIn(ramp, month) }))
    .filter(({ factor }) => factor.lt(decimal(1)));
  return running.reduce<(typeof running)[number] | null>(
    (least, each) => (least === null || each.factor.lt(least.factor) ? each : least),
    null,
  );
}
