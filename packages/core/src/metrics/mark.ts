import { type Decimal, decimal } from "../numbers/decimal.ts";

/** ★ 超额, ● 正常, ▲ 关注, ◆ 落后, ○ 无数据. */
export type Mark = "ahead" | "ok" | "watch" | "off" | "none";

/** Percent of expected at which a mark is reached. */
export interface MarkThresholds {
  readonly ahead: number;
  readonly ok: number;
  readonly watch: number;
}

export const DEFAULT_THRESHOLDS: MarkThresholds = { ahead: 120, ok: 95, watch: 80 };

/** A mark once reached is lost only this many points below its threshold, so that marks do not flicker. */
export const HYSTERESIS_POINTS = 2;

const RANK: Readonly<Record<Mark, number>> = { none: 0, off: 0, watch: 1, ok: 2, ahead: 3 };

/**
 * The mark of a pace (actual over expected, as a fraction).
 *
 * @param previous the mark shown until now; leave it out for the bare rule
 * @source SPEC.md K-09; ux.md, Status
 */
export function markOf(
  pace: Decimal | null,
  thresholds: MarkThresholds = DEFAULT_THRESHOLDS,
  previous: Mark = "none",
): Mark {
  if (pace === null) return "none";
  const percent = pace.times(100);
  const reached = (mark: "ahead" | "ok" | "watch") => {
    const held = RANK[previous] >= RANK[mark];
    return percent.gte(decimal(String(thresholds[mark])).minus(held ? HYSTERESIS_POINTS : 0));
  };
  if (reached("ahead")) return "ahead";
  if (reached("ok")) return "ok";
  return reached("watch") ? "watch" : "off";
}
