import type { Decimal } from "../numbers/decimal.ts";

/**
 * Splits a whole number of units by largest remainder in whole numbers: what 10,000 people's weeks are split with.
 *
 * @param total   units ≥ 0
 * @param weights ≥ 0; all zero means an equal split
 * @returns one share per weight; their sum is `total`, each is less than one unit from its quota
 * @source SPEC.md G-04
 */
export function shareUnits(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all === 0n)
    return weights.length === 0
      ? []
      : shareUnits(
          total,
          weights.map(() => 1n),
        );
  const rests: bigint[] = [];
  let left = total;
  const shares = weights.map((weight) => {
    const product = total * weight;
    const share = product / all;
    rests.push(product - share * all);
    left -= share;
    return share;
  });
  for (const index of firstOf(Number(left), rests, weights)) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares;
}

/** The places of the largest rests; ties go to the larger weight, then to the earlier share. */
function firstOf(count: number, rests: readonly bigint[], weights: readonly bigint[]): number[] {
  if (count === 0) return [];
  const order = rests.map((_, index) => index);
  order.sort((a, b) => compare(rests[b] ?? 0n, rests[a] ?? 0n) || compare(weights[b] ?? 0n, weights[a] ?? 0n) || a - b);
  return order.slice(0, count);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Splits many totals by the same weights, one after the other. Each is split exactly and every share stays less than one
 * unit from its quota; which shares get the units left over depends on what the totals before have got, so that the
 * columns keep their proportions too: 10,000 people with 100 visits in 52 weeks do not all miss the same four weeks.
 *
 * @source SPEC.md G-04, carried remainders
 */
export function carriedSplit(weights: readonly bigint[]): (total: bigint) => bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all === 0n) return carriedSplit(weights.map(() => 1n));
  // Products of at most 2^53 are exact in binary floats too, and ten times as fast: most people's weeks are such.
  const most = BigInt(Number.MAX_SAFE_INTEGER) / all;
  const quick = carriedQuickly(weights.map(Number), Number(all));
  return (total) => (total <= most ? quick(Number(total)) : shareUnits(total, weights));
}

/** The same in safe integers. */
function carriedQuickly(weights: readonly number[], all: number): (total: number) => bigint[] {
  const carry = weights.map(() => 0);
  const shares = weights.map(() => 0);
  return (total) => {
    let left = total;
    const open: number[] = [];
    for (let index = 0; index < weights.length; index++) {
      const product = total * (weights[index] ?? 0);
      const rest = product % all;
      const share = (product - rest) / all;
      shares[index] = share;
      left -= share;
      if (rest > 0) open.push(index);
      carry[index] = (carry[index] ?? 0) + rest;
    }
    if (left > 0) {
      open.sort((a, b) => (carry[b] ?? 0) - (carry[a] ?? 0) || a - b);
      for (const index of open.slice(0, left)) {
        shares[index] = (shares[index] ?? 0) + 1;
        carry[index] = (carry[index] ?? 0) - all;
      }
    }
    return shares.map(BigInt);
  };
}

/** Weights in the same proportions without fractions. */
export function wholeWeights(weights: readonly Decimal[]): bigint[] {
  const places = weights.reduce((most, weight) => Math.max(most, weight.decimalPlaces()), 0);
  return weights.map((weight) => BigInt(weight.toFixed(places).replace(".", "")));
}

/** A number of steps; the amount is a multiple of the step. */
export function inSteps(amount: Decimal, step: Decimal): bigint {
  return BigInt(amount.div(step).toFixed(0));
}
