import { type Decimal, ratio, sum, ZERO } from "../numbers/decimal.ts";

/** Target less what people committed to; negative when they promised more. @source SPEC.md G-08 */
export function commitGap(target: Decimal, commits: readonly Decimal[]): Decimal {
  return target.minus(sum(commits));
}

/** One open deal: its amount and the probability that it closes in the period, 0 to 1. */
export interface OpenDeal {
  readonly amount: Decimal;
  readonly probability: Decimal;
}

/**
 * What neither closed deals nor the weighted pipeline cover, and the new pipeline it takes at the given win rate.
 *
 * @returns `gap` may be negative (covered and more); `pipelineNeeded` is 0 then, `null` when the win rate is 0
 * @source SPEC.md G-08
 */
export function gapToCover(
  target: Decimal,
  closed: Decimal,
  open: readonly OpenDeal[],
  winRate: Decimal,
): { gap: Decimal; pipelineNeeded: Decimal | null } {
  const weighted = sum(open.map(({ amount, probability }) => amount.times(probability)));
  const gap = target.minus(closed).minus(weighted);
  return { gap, pipelineNeeded: gap.lte(0) ? ZERO : ratio(gap, winRate) };
}
