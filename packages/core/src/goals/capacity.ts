import { type Day, monthOf, yearOf } from "../calendar/day.ts";
import { type Decimal, ONE, sum, ZERO } from "../numbers/decimal.ts";

/** Share of a full quota by month of tenure, e.g. 0.25, 0.5, 0.75, 1; past its end a person is fully ramped. */
export type Ramp = readonly Decimal[];

/** A person, or a group of equals, in one month. */
export interface CapacityLine {
  readonly heads: Decimal;
  readonly monthlyQuota: Decimal;
  /** Month of tenure from 1; 0 before it begins; `null` for someone long ramped. */
  readonly tenureMonth: number | null;
  /** Share of the month worked; 1 when left out. */
  readonly availability?: Decimal;
}

/**
 * The month of tenure in a calendar month: hired on or before the cut-off day, the month of hire is month 1; later, the next is.
 *
 * @returns 0 for months before tenure begins
 * @source SPEC.md G-05
 */
export function tenureMonth(hired: Day, month: Day, cutOffDay = 15): number {
  const months = (yearOf(month) - yearOf(hired)) * 12 + monthOf(month) - monthOf(hired);
  return Math.max(0, months + (Number(hired.slice(8)) <= cutOffDay ? 1 : 0));
}

export function rampFactor(ramp: Ramp, tenure: number | null): Decimal {
  if (tenure === null) return ONE;
  return tenure <= 0 ? ZERO : (ramp[tenure - 1] ?? ONE);
}

/**
 * What a team can carry: heads × quota × ramp × availability, times the share of quota that is usually reached.
 *
 * @source SPEC.md G-05
 */
export function capacity(lines: readonly CapacityLine[], ramp: Ramp, attainFactor: Decimal = ONE): Decimal {
  return sum(lines.map((line) => capacityOf(line, ramp))).times(attainFactor);
}

/** Weights that give newcomers a ramped part of a target. */
export function capacityWeights(lines: readonly CapacityLine[], ramp: Ramp): Decimal[] {
  return lines.map((line) => capacityOf(line, ramp));
}

/** Ramped heads plus the ramping ones at their productivity: below the target's need, heads, attainment or target must change. */
export function effectiveReps(ramped: Decimal, ramping: Decimal, productivity: Decimal): Decimal {
  return ramped.plus(ramping.times(productivity));
}

function capacityOf(line: CapacityLine, ramp: Ramp): Decimal {
  return line.heads
    .times(line.monthlyQuota)
    .times(rampFactor(ramp, line.tenureMonth))
    .times(line.availability ?? ONE);
}
