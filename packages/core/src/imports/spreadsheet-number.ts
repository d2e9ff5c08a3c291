import { Decimal } from "../numbers/decimal.ts";

const PLAIN = /^-?\d+\.\d+$/;
/** Digits a binary float can say for certain. */
const CERTAIN = 15;

/**
 * A number as a spreadsheet wrote it without the noise of its binary float: `60.70400000000001` is `60.704`.
 * Anything else comes back as it is.
 */
export function spreadsheetNumber(text: string): string {
  if (text.length <= CERTAIN + 1 || !PLAIN.test(text)) return text;
  return new Decimal(text).toSignificantDigits(CERTAIN).toFixed();
}
