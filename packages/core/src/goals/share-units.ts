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
  const carry = weights.map(() => 0n);
  return (total) => {
    let left = total;
    const open: number[] = [];
    const shares = weights.map((weight, index) => {
      const product = total * weight;
      const share = product / all;
      const rest = product - share * all;
      left -= share;
      if (rest > 0n) open.push(index);
      carry[index] = (carry[index] ?? 0n) + rest;
      return share;
    });
    if (left > 0n) {
      open.sort((a, b) => compare(carry[b] ?? 0n, carry[a] ?? 0n) || a - b);
      for (const index of open.slice(0, Number(left))) {
        shares[index] = (shares[index] ?? 0n) + 1n;
        carry[index] = (carry[index] ?? 0n) - all;
      }
    }
    return shares;
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

/** Writes a number of steps as an amount, without a decimal object for each: `12345` steps of `0.01` is `123.45`. */
export function stepsToText(step: Decimal): (steps: bigint) => string {
  const places = step.decimalPlaces();
  const factor = BigInt(step.toFixed(places).replace(".", ""));
  if (places === 0) return (steps) => (steps * factor).toString();
  return (steps) => {
    const whole = steps * factor;
    const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, "0");
    return `${whole < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  };
}
