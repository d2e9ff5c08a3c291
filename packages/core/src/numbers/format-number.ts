import type { Locale } from "../platform/text.ts";
import { Decimal } from "./decimal.ts";
import { roundHalfUp } from "./rounding.ts";

/** Shown where there is no number; the reason stands beside it. */
export const NO_NUMBER = "--";
const MINUS = "\u2212";
const SYMBOLS: Readonly<Record<string, string>> = { CNY: "¥", USD: "$", HKD: "HK$", EUR: "€", GBP: "£", JPY: "JP¥" };

const COMPACT: Readonly<Record<Locale, { places: number; steps: readonly (readonly [string, string])[] }>> = {
  "zh-CN": {
    places: 2,
    steps: [
      ["100000000", "亿"],
      ["10000", "万"],
    ],
  },
  en: {
    places: 1,
    steps: [
      ["1000000000", "B"],
      ["1000000", "M"],
      ["1000", "K"],
    ],
  },
};

/**
 * A figure for a tile: 386万, 1234.57万, 1.23亿 in Chinese (at most 2 decimals); 3.9M, 12.3M, 8.7K in English (at most 1).
 * The caller shows the full figure on hover.
 *
 * @source ux.md, Numbers: tile
 */
export function formatTile(value: Decimal | null, locale: Locale): string {
  if (value === null) return NO_NUMBER;
  const { places, steps } = COMPACT[locale];
  for (const [index, [size, suffix]] of steps.entries()) {
    const below = steps[index + 1];
    const scaled = roundHalfUp(value.div(size), places);
    if (scaled.abs().gte(1) && reaches(value, size, below, places))
      return withSign(value, `${scaled.abs().toFixed()}${suffix}`);
  }
  const small = roundHalfUp(value, places);
  return withSign(small, group(small.abs().toFixed()));
}

/** 99,999,999 would read 10000万: once the lower step rounds up to the next size, the next size is shown. */
function reaches(value: Decimal, size: string, below: readonly [string, string] | undefined, places: number): boolean {
  const lower = new Decimal(below?.[0] ?? 1);
  return roundHalfUp(value.div(lower), places).abs().times(lower).gte(size);
}

/** `¥3,860,000.00`, `−¥1,200.00`, or `(¥1,200.00)` for finance. Never compact. */
export function formatMoney(
  value: Decimal | null,
  options: { readonly currency?: string; readonly decimals?: number; readonly negative?: "minus" | "brackets" } = {},
): string {
  if (value === null) return NO_NUMBER;
  const rounded = roundHalfUp(value, options.decimals ?? 2);
  const currency = options.currency ?? "CNY";
  const text = `${SYMBOLS[currency] ?? `${currency} `}${group(rounded.abs().toFixed(options.decimals ?? 2))}`;
  if (rounded.isNegative() && options.negative === "brackets") return `(${text})`;
  return withSign(rounded, text);
}

/** A table cell: `3,860,000`. `scale: "wan"` is for a column whose header says 万元. */
export function formatTable(
  value: Decimal | null,
  options: { readonly decimals?: number; readonly scale?: "one" | "wan" } = {},
): string {
  if (value === null) return NO_NUMBER;
  const decimals = options.decimals ?? 0;
  const rounded = roundHalfUp(options.scale === "wan" ? value.div(10_000) : value, decimals);
  return withSign(rounded, group(rounded.abs().toFixed(decimals)));
}

/** A fraction as a percentage: 0.873 is `87.3%`. `null` (zero target, no data) is `--`, never infinity. */
export function formatPercent(fraction: Decimal | null, decimals = 1): string {
  if (fraction === null) return NO_NUMBER;
  const rounded = roundHalfUp(fraction.times(100), decimals);
  return `${withSign(rounded, group(rounded.abs().toFixed(decimals)))}%`;
}

/** A difference of two fractions in percentage points: 0.031 is `3.1 个百分点`, `3.1 pp`. */
export function formatPoints(difference: Decimal | null, locale: Locale): string {
  if (difference === null) return NO_NUMBER;
  const rounded = roundHalfUp(difference.times(100), 1);
  return `${withSign(rounded, rounded.abs().toFixed(1))}${locale === "en" ? " pp" : " 个百分点"}`;
}

function group(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function withSign(value: Decimal, text: string): string {
  return value.isNegative() && !value.isZero() ? `${MINUS}${text}` : text;
}
