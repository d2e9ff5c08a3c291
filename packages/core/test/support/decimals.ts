import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { roundHalfUp } from "@dabiao/core/numbers/rounding.ts";

/** Decimals out of numbers as they are printed in a source. */
export function decimals(...values: readonly (number | string)[]): Decimal[] {
  return values.map((value) => decimal(String(value)));
}

export function texts(values: readonly (Decimal | null)[], places?: number): string[] {
  return values.map((value) =>
    value === null ? "null" : places === undefined ? value.toString() : roundHalfUp(value, places).toFixed(places),
  );
}
