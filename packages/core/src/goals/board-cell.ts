import { markOf } from "../metrics/mark.ts";
import { paceByMeaning } from "../metrics/meaning-pace.ts";
import type { KpiBody } from "../metrics/metric.ts";
import { type Direction, trackStatus } from "../metrics/pace.ts";
import { runRate } from "../metrics/run-rate.ts";
import type { TimeProgress } from "../metrics/time-progress.ts";
import { Decimal } from "../numbers/decimal.ts";
import type { BoardCell } from "./board.ts";

const PLACES = 12;

/** What a cell is made of. */
export interface CellInput {
  readonly actual: Decimal | null;
  /** The target that counts; see `BoardCell`. */
  readonly target: Decimal | null;
  /** The target as it was set, where that is another amount. */
  readonly nominal?: Decimal | null;
  /** The subject's own time: without the person's leave. */
  readonly time: TimeProgress;
  /** False when the target was withdrawn, because nothing of the period was served. */
  readonly applicable?: boolean;
}

/** How a KPI's figures are judged. */
export interface CellRule extends Pick<KpiBody, "thresholds"> {
  readonly meaning: KpiBody["target"];
  readonly direction: Direction;
  readonly accrues: boolean;
}

/**
 * A cell of the board out of its actual and its target.
 *
 * @source SPEC.md K-09, K-10
 */
export function boardCell(
  { actual, target, nominal = target, time, applicable = true }: CellInput,
  rule: CellRule,
): BoardCell {
  const pace = paceByMeaning({ actual, target, time, direction: rule.direction, accrues: rule.accrues }, rule.meaning);
  return {
    actual: shown(actual),
    target: shown(pace.target),
    nominal: shown(nominal),
    expected: shown(pace.expected),
    attain: shown(pace.attain),
    pace: shown(pace.pace),
    gap: shown(pace.gap),
    projection: shown(rule.accrues ? (runRate(actual, time)?.value ?? null) : actual),
    needPerDay: shown(pace.needPerDay),
    mark: markOf(pace.pace, rule.thresholds),
    status: trackStatus(pace, applicable && time.total > 0),
  };
}

function shown(value: Decimal | null): string | null {
  return value === null ? null : value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
}
