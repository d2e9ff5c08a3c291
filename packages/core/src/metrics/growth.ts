import { type Decimal, ratio } from "../numbers/decimal.ts";

/**
 * A comparison with an earlier figure. Only growth from a gain to a gain is a percentage; otherwise the difference and a word:
 * `turnedProfit` 扭亏, `turnedLoss` 转亏, `incomparable` 不可比.
 */
export type Growth =
  | { readonly kind: "rate"; readonly rate: Decimal; readonly difference: Decimal }
  | {
      readonly kind: "word";
      readonly word: "turnedProfit" | "turnedLoss" | "incomparable";
      readonly difference: Decimal;
    };

/**
 * 同比 and 环比: (current − base) ÷ base when base > 0 and current ≥ 0. From 0 there is no percentage, never 100 %.
 *
 * @returns `null` when either figure is unknown
 * @source SPEC.md K-11; conventions of the Wall Street Journal and Reuters
 */
export function growth(current: Decimal | null, base: Decimal | null): Growth | null {
  if (current === null || base === null) return null;
  const difference = current.minus(base);
  if (base.gt(0) && current.gte(0)) return { kind: "rate", rate: difference.div(base), difference };
  if (base.gt(0)) return { kind: "word", word: "turnedLoss", difference };
  return { kind: "word", word: base.lt(0) && current.gt(0) ? "turnedProfit" : "incomparable", difference };
}

/** Growth per working day: fair when the two spans have different numbers of them, as around the Spring Festival. @source SPEC.md K-11 */
export function growthPerDay(
  current: Decimal | null,
  currentDays: Decimal,
  base: Decimal | null,
  baseDays: Decimal,
): Growth | null {
  return growth(ratio(current, currentDays), ratio(base, baseDays));
}
