import { Decimal } from "./decimal.ts";

/**
 * 四舍五入: rounds half away from zero, symmetric for negatives (CV-1). Only declared points round:
 * a ledger line, a shown score, an allocated goal.
 *
 * @param places decimals kept; 2 for money and scores
 * @source SPEC.md CV-1
 */
export function roundHalfUp(value: Decimal, places = 2): Decimal {
  const rounded = value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? rounded.abs() : rounded;
}

/** Rounds half away from zero to a multiple of `unit`, e.g. `1000` for targets in whole thousands. */
export function roundToUnit(value: Decimal, unit: Decimal): Decimal {
  return roundHalfUp(value.div(unit), 0).times(unit);
}
