import { type Decimal, ONE, ratio } from "../numbers/decimal.ts";
import { roundToUnit } from "../numbers/rounding.ts";
import type { LifeShare } from "./life-share.ts";

/** A person's target as it counts: what stands in the ledger, what part of it is due, and what that makes. */
export interface EffectiveGoal {
  readonly nominal: Decimal;
  readonly life: LifeShare | null;
  /** The share the amount in the ledger is made for already; 1 for a full target. */
  readonly settled: Decimal;
  /** `null` when the goal is withdrawn: nothing of the period was served. */
  readonly amount: Decimal | null;
}

/**
 * A person's effective target: nominal × share ÷ the share it was made for, to the KPI's step.
 *
 * @param life `null` for somebody whom nothing touched in the period
 * @param settled the share the nominal amount takes into account already, such as after a split by capacity
 * @source SPEC.md G-05, G-10
 */
export function effectiveGoal(
  nominal: Decimal,
  life: LifeShare | null,
  step: Decimal,
  settled: Decimal = ONE,
): EffectiveGoal {
  const base = { nominal, life, settled };
  // Nearly everybody: what stands in the ledger is a multiple of the step already.
  if (life === null && settled.eq(ONE)) return { ...base, amount: nominal };
  const share = life === null ? ONE : life.share;
  if (share === null) return { ...base, amount: null };
  return { ...base, amount: roundToUnit(ratio(nominal.times(share), settled) ?? nominal, step) };
}
