import { Decimal } from "../numbers/decimal.ts";

const PLAIN = /^-?\d+\.\d+$/;
/** Digits a binary float can say for certain. */
const CERTAIN = 15;
/** The most decimals a number of ours may have. */
const DECIMALS_MAX = 12;

/**
 * A number as a spreadsheet wrote it without the noise of its binary float: `60.70400000000001` is `60.704`.
 * Anything with fewer digits than such a float comes back as it is.
 */
export function spreadsheetNumber(text: string): string {
  if (text.length <= CERTAIN || !PLAIN.test(text)) return text;
  const number = new Decimal(text);
  if (number.precision() < CERTAIN) return text;
  return number.toSignificantDigits(CERTAIN).toDecimalPlaces(DECIMALS_MAX).toFixed();
}
