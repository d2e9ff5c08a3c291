import type { Family } from "@dabiao/core/model/field-type.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatMoney, formatPercent, formatTable } from "@dabiao/core/numbers/format-number.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { formatDay, formatMoment } from "./format-day.ts";
import { knownType } from "./known-type.ts";

/** Shown for a record that exists but lies out of the reader's reach. */
export const OUT_OF_REACH = "•••";

/** A value as people read it: amounts with currency, options by label, references by title, days in the reader's way. */
export function fieldText(field: FieldIndex, value: unknown, titles: Titles, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "";
  if (field.right === "masked") return String(value);
  if (field.target && field.target.kind !== "file") {
    const ids = Array.isArray(value) ? value : [value];
    return ids.map((id) => titleOf(field, String(id), titles) ?? OUT_OF_REACH).join(locale === "en" ? ", " : "、");
  }
  if (field.type === "formula" || field.type === "rollup") return computedText(field, value, locale);
  if (field.family === "date") return formatDay(String(value), locale);
  if (field.family === "datetime") return formatMoment(String(value), locale);
  const known = knownType(field);
  return known ? known.type.toText(value as never, known.settings, locale) : String(value);
}

/** The name of what an id stands for, or undefined when the reader may not know it. */
export function titleOf({ target }: FieldIndex, id: string, titles: Titles): string | undefined {
  const key = target?.kind === "object" ? (target.object ?? "") : (target?.kind ?? "");
  return titles[key]?.[id];
}

/** Numbers stand at the right edge of their column. */
export function isNumeric(field: FieldIndex): boolean {
  return (field.family as Family) === "number" && field.type !== "rating";
}

function computedText(field: FieldIndex, value: unknown, locale: Locale): string {
  const { show, decimals } = { show: "number", decimals: 2, ...field.settings } as { show: string; decimals: number };
  const family = field.family as Family;
  if (family === "boolean") return value === true ? "✓" : "";
  if (family === "date") return formatDay(String(value), locale);
  if (family === "datetime") return formatMoment(String(value), locale);
  if (family !== "number") return String(value);
  const number = decimal(String(value));
  if (show === "money") return formatMoney(number, { decimals });
  if (show === "percent") return formatPercent(number, Math.min(decimals, 1));
  return formatTable(number, { decimals: number.isInteger() ? 0 : decimals });
}
