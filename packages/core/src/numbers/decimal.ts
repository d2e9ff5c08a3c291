import { Decimal as DecimalJs } from "decimal.js";

/**
 * The one decimal of the product: money, targets, rates and scores are never binary floats (CV-1).
 * 60 significant digits hold any DecimalString (30 + 12) and leave room for products and quotients;
 * it rounds half away from zero, so a refund mirrors its sale, and never prints an exponent.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** A decimal from a string, an integer or another decimal. A fraction must come as a string: `decimal("0.1")`. */
export function decimal(value: string | number | bigint | Decimal): Decimal {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new TypeError(`write ${value} as a string`);
  return new Decimal(value);
}

/** Adds exactly; the sum of nothing is 0 (CV-2). */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Numerator over denominator; `null` when the denominator is 0 or either is unknown: never 0, never infinite (CV-2). */
export function ratio(numerator: Decimal | null, denominator: Decimal | null): Decimal | null {
  if (numerator === null || denominator === null || denominator.isZero()) return null;
  return numerator.div(denominator);
}
