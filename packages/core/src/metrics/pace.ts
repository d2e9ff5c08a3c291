import { Decimal, decimal, ONE, ratio, ZERO } from "../numbers/decimal.ts";
import type { TimeProgress } from "./time-progress.ts";
import type { TrackStatus } from "./track-status.ts";

export type Direction = "up" | "down";

/** What pace is computed from. `accrues` is false for ratios and stocks: they are compared with the target itself. */
export interface PaceInput {
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
  readonly time: TimeProgress;
  readonly direction?: Direction;
  readonly accrues?: boolean;
}

export interface Pace {
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
  /** 达成率: actual over target; lower-is-better 2 − A/T. `null` without target, with target 0, or without data. */
  readonly attain: Decimal | null;
  readonly timeProgress: Decimal | null;
  /** 应达: what should be reached by now. */
  readonly expected: Decimal | null;
  /** Attainment less time progress, as a fraction: 0.05 is 5 percentage points ahead. */
  readonly gap: Decimal | null;
  /** Actual over expected, 1 is exactly on pace; lower-is-better 2 − A/expected. `null` before the first day has passed. */
  readonly pace: Decimal | null;
  /** What each day left must bring; `null` when none is left, or when less is better. */
  readonly needPerDay: Decimal | null;
}

/**
 * Attainment against time: K-09. Nothing is rounded.
 *
 * @source SPEC.md K-09
 */
export function paceOf({ actual, target, time, direction = "up", accrues = true }: PaceInput): Pace {
  const attain = compareTo(actual, target, direction);
  const progress = accrues ? time.progress : ONE;
  const expected = target === null || progress === null ? null : target.times(progress);
  return {
    actual,
    target,
    attain,
    timeProgress: time.progress,
    expected,
    gap: attain === null || progress === null ? null : attain.minus(progress),
    pace: compareTo(actual, expected, direction),
    needPerDay: needPerDay(actual, target, time.remaining, direction, accrues),
  };
}

/** Actual over goal as a fraction; a negative goal is measured by distance (S-06); `null` for goal 0 or no data. */
export function compareTo(actual: Decimal | null, goal: Decimal | null, direction: Direction): Decimal | null {
  if (actual === null || goal === null) return null;
  const distance = ratio(actual.minus(goal), goal.abs());
  if (distance === null) return null;
  return direction === "up" ? ONE.plus(distance) : ONE.minus(distance);
}

const LAG = decimal("0.9");

/**
 * On track at or above expected, off track when it lags 10 % or more, caution between; and, where there is nothing to
 * compare, which of the reasons it is.
 *
 * @param applicable false for somebody who has no part in it, see `TrackStatus`
 * @source SPEC.md K-09; Zoho Motivator's rule
 */
export function trackStatus(pace: Pace, applicable = true): TrackStatus {
  if (!applicable) return "notApplicable";
  if (pace.target === null) return "noTarget";
  if (pace.timeProgress === null || pace.timeProgress.isZero()) return "notStarted";
  if (pace.actual === null) return "noData";
  if (pace.pace === null) return "zeroTarget";
  if (pace.pace.gte(1)) return "onTrack";
  return pace.pace.lte(LAG) ? "offTrack" : "caution";
}

function needPerDay(
  actual: Decimal | null,
  target: Decimal | null,
  remaining: number,
  direction: Direction,
  accrues: boolean,
): Decimal | null {
  if (actual === null || target === null || direction === "down" || !accrues || remaining <= 0) return null;
  return Decimal.max(target.minus(actual), ZERO).div(remaining);
}
