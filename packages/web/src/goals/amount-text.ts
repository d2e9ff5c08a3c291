import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable, NO_NUMBER } from "@dabiao/core/numbers/format-number.ts";

/** A target in full, with no more decimals than it has. */
export function amountText(amount: string | null): string {
  if (amount === null) return NO_NUMBER;
  const value = decimal(amount);
  return formatTable(value, { decimals: Math.min(2, value.decimalPlaces()) });
}
