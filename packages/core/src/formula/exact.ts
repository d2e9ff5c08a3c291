import { Decimal } from "decimal.js";

/**
 * Decimals of formulas: sums, differences and products are exact, as `numeric` of PostgreSQL is. The digits of a
 * result are bounded by the size limits of a formula, so this precision is never reached.
 */
export const Exact = Decimal.clone({
  precision: 100_000,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Decimals behind the point that a quotient, a power and a formula's result keep (FX-07). */
export const KEPT_DECIMALS = 16;

const BEYOND = new Exact("1e30");

/** The result a formula hands out: rounded to 16 decimals half away from zero; null from 1e30 on (FX-08). */
export function boundedNumber(value: Decimal): Decimal | null {
  return value.abs().lt(BEYOND) ? value.toDecimalPlaces(KEPT_DECIMALS) : null;
}

/** a ÷ b rounded once, half away from zero, to 16 decimals; null for b = 0. */
export function quotient(a: Decimal, b: Decimal): Decimal | null {
  if (b.isZero()) return null;
  const scaled = a.times("1e17").divToInt(b);
  return scaled.times("1e-17").toDecimalPlaces(KEPT_DECIMALS);
}
