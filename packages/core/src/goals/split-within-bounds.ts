import { Decimal, sum } from "../numbers/decimal.ts";
import { Refusal } from "../platform/refusal.ts";
import { refuseBadSplit, splitUnits } from "./split.ts";

/** One receiver of a split. A locked share has `min` and `max` equal. */
export interface Share {
  readonly id: string;
  readonly weight: Decimal;
  readonly min?: Decimal;
  readonly max?: Decimal;
}

/**
 * Splits a target by largest remainder and keeps every share within its own bounds; what a bound holds back or adds,
 * the others carry in proportion to their weights. Ties go to the larger weight, then to the smaller id.
 *
 * @returns share by id, in the order given; the sum is `amount` exactly
 * @throws Refusal `target_split_bounds` when the bounds leave no such split; otherwise as `splitTarget`
 * @source SPEC.md G-04
 */
export function splitWithinBounds(amount: Decimal, shares: readonly Share[], unit: Decimal): Map<string, Decimal> {
  refuseBadSplit(
    amount,
    shares.map(({ weight }) => weight),
    unit,
  );
  const sign = amount.isNegative() && !amount.isZero() ? -1 : 1;
  const items = shares.map((share) => inUnits(share, unit, sign)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const total = amount.abs().div(unit);
  refuseImpossible(amount, total, items, unit);
  const units = allocate(total, items);
  return new Map(shares.map(({ id }) => [id, (units.get(id) ?? new Decimal(0)).times(unit).times(sign)]));
}

interface Item {
  readonly id: string;
  readonly weight: Decimal;
  readonly least: Decimal;
  readonly most: Decimal;
}

const INFINITE = new Decimal(Number.POSITIVE_INFINITY);

/** A negative target is split as its absolute value, so its bounds change places. */
function inUnits(share: Share, unit: Decimal, sign: 1 | -1): Item {
  const low = sign === 1 ? share.min : share.max?.negated();
  const high = sign === 1 ? share.max : share.min?.negated();
  return {
    id: share.id,
    weight: share.weight,
    least: low?.div(unit).ceil() ?? INFINITE.negated(),
    most: high?.div(unit).floor() ?? INFINITE,
  };
}

function refuseImpossible(amount: Decimal, total: Decimal, items: readonly Item[], unit: Decimal): void {
  const least = sum(items.map((item) => item.least));
  const most = sum(items.map((item) => item.most));
  if (total.gte(least) && total.lte(most) && items.every((item) => item.least.lte(item.most))) return;
  throw new Refusal("target_split_bounds", {
    amount: amount.toString(),
    least: least.times(unit).toString(),
    most: most.times(unit).toString(),
  });
}

/**
 * Each round splits what is left among the free shares and fixes those past a bound. Only the side that weighs more is fixed,
 * both when they balance: fixing both at once can make a possible split look impossible. At most one round per share.
 */
function allocate(total: Decimal, items: readonly Item[]): Map<string, Decimal> {
  const fixed = new Map<string, Decimal>();
  let free = items;
  while (free.length > 0) {
    const units = splitSigned(total.minus(sum(fixed.values())), free);
    const wanted = free.map((item, index) => ({ item, count: units[index] ?? new Decimal(0) }));
    const clamped = wanted.map(({ item, count }) => ({
      item,
      count,
      kept: Decimal.min(Decimal.max(count, item.least), item.most),
    }));
    const drift = sum(clamped.map(({ kept, count }) => kept.minus(count)));
    const held = clamped.filter(
      ({ kept, count }) => !kept.eq(count) && (drift.isZero() || kept.minus(count).s === drift.s),
    );
    const settled = held.length === 0 ? clamped : held;
    for (const { item, kept } of settled) fixed.set(item.id, kept);
    if (held.length === 0) return fixed;
    free = free.filter(({ id }) => !fixed.has(id));
  }
  return fixed;
}

/** What minimums took may leave less than nothing for the others: then the shortage is split. */
function splitSigned(total: Decimal, items: readonly Item[]): Decimal[] {
  const units = splitUnits(
    total.abs(),
    items.map(({ weight }) => weight),
  );
  return total.isNegative() ? units.map((count) => count.negated()) : units;
}
