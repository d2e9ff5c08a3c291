import type { Unit } from "@dabiao/core/metrics/metric.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatMoney, formatPercent, formatTable, formatTile, NO_NUMBER } from "@dabiao/core/numbers/format-number.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";

/** A figure of a tile: compact, 386万. The full figure belongs in the title. */
export function tileFigure(value: string | null, unit: Unit, locale: Locale): string {
  if (value === null) return NO_NUMBER;
  if (unit.kind === "percent") return formatPercent(decimal(value));
  return formatTile(decimal(value).toDecimalPlaces(unit.decimals), locale);
}

/** A figure of a table or a statement: every digit. */
export function tableFigure(value: string | null, unit: Unit): string {
  if (value === null) return NO_NUMBER;
  if (unit.kind === "percent") return formatPercent(decimal(value));
  if (unit.kind === "money")
    return formatMoney(decimal(value), { currency: unit.currency ?? "CNY", decimals: unit.decimals });
  return formatTable(decimal(value), { decimals: unit.decimals });
}
