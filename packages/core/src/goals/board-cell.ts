import { markOf } from "../metrics/mark.ts";
import type { KpiBody } from "../metrics/metric.ts";
import { type Direction, paceOf, trackStatus } from "../metrics/pace.ts";
import { runRate } from "../metrics/run-rate.ts";
import type { TimeProgress } from "../metrics/time-progress.ts";
import { Decimal } from "../numbers/decimal.ts";
import type { BoardCell } from "./board.ts";

const PLACES = 12;

/**
 * A cell of the board out of its actual and its target.
 *
 * @source SPEC.md K-09, K-10
 */
export function boardCell(
  actual: Decimal | null,
  target: Decimal | null,
  time: TimeProgress,
  kpi: Pick<KpiBody, "thresholds">,
  rule: { readonly direction: Direction; readonly accrues: boolean },
): BoardCell {
  const pace = paceOf({ actual, target, time, ...rule });
  return {
    actual: shown(actual),
    target: shown(target),
    expected: shown(pace.expected),
    attain: shown(pace.attain),
    pace: shown(pace.pace),
    gap: shown(pace.gap),
    projection: shown(rule.accrues ? (runRate(actual, time)?.value ?? null) : actual),
    needPerDay: shown(pace.needPerDay),
    mark: markOf(pace.pace, kpi.thresholds),
    status: trackStatus(pace),
  };
}

function shown(value: Decimal | null): string | null {
  return value === null ? null : value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
}
