import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable, NO_NUMBER } from "@dabiao/core/numbers/format-number.ts";
import { roundHalfUp } from "@dabiao/core/numbers/rounding.ts";

/** A score, share or limit for people: as many decimals as it has, at most `places`. */
export function shownNumber(value: Decimal | string | null, places = 2): string {
  if (value === null) return NO_NUMBER;
  const shown = roundHalfUp(decimal(value), places);
  return formatTable(shown, { decimals: shown.decimalPlaces() });
}

/** A fraction in percent, such as an attainment: 0.8125 is 81.25%. */
export function shownPercent(value: Decimal | string | null): string {
  return value === null ? NO_NUMBER : `${shownNumber(decimal(value).times(100))}%`;
}

/** Text people typed as a decimal string; `null` when it is none. */
export function readNumber(text: string): string | null {
  const plain = text.trim().replaceAll(",", "").replaceAll("，", "");
  return /^-?\d{1,30}(\.\d{1,12})?$/.test(plain) ? decimal(plain).toString() : null;
}
