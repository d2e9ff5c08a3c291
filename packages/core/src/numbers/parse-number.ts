import type { Issue } from "../platform/refusal.ts";
import { isChineseNumeral, parseChineseNumeral } from "./chinese-numeral.ts";
import { Decimal, ZERO } from "./decimal.ts";

/** `percent` values are fractions: 5% is 0.05. */
export type NumberUnit =
  | { readonly kind: "plain" }
  | { readonly kind: "percent" }
  | { readonly kind: "money"; readonly currency: string };

export type ParsedNumber =
  | { readonly kind: "number"; readonly value: Decimal; readonly unit: NumberUnit }
  | { readonly kind: "issue"; readonly issue: Issue };

const CURRENCIES: readonly (readonly [string, RegExp, RegExp])[] = [
  ["HKD", /^(?:HKD|HK\$)/i, /(?:HKD|港元|港币)$/i],
  ["USD", /^(?:USD|US\$|\$)/i, /(?:USD|美元)$/i],
  ["EUR", /^(?:EUR|€)/i, /(?:EUR|欧元|€)$/i],
  ["CNY", /^(?:人民币|CNY|RMB|¥)/i, /(?:人民币|CNY|RMB|元整|元正|元|圆整|圆|块)$/i],
];
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  千: 1e3,
  w: 1e4,
  万: 1e4,
  萬: 1e4,
  m: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  b: 1e9,
};
const RATES: Readonly<Record<string, string>> = { "%": "0.01", "‰": "0.001", 成: "0.1" };

/**
 * Reads a number as people type it: `1,200`, `28万`, `1.2亿`, `280k`, `￥3,860.00`, `（1,200）`, `87.3％`, `一千二`.
 * What could be read in two ways is refused, never guessed; the caller echoes the value before saving.
 *
 * @returns the value with its unit, or the one issue that names what is wrong
 * @source SPEC.md NUM-1; 千分位 and 万/亿 as shown on boards
 */
export function parseNumber(text: string): ParsedNumber {
  if (PLAIN.test(text)) return { kind: "number", value: plainValue(text), unit: { kind: "plain" } };
  const plain = halfWidth(text).trim();
  if (plain === "") return issue("number_empty", {});
  const signed = readSign(plain);
  const money = signed && readCurrency(signed.rest);
  if (!signed || !money) return issue(signed ? "number_currency" : "number_sign", { text });
  const inner = signed.negative ? { negative: false, rest: money.rest } : readSign(money.rest);
  if (!inner) return issue("number_sign", { text });
  const rate = readRate(inner.rest);
  if (rate.factor !== null && money.currency !== null) return issue("number_currency", { text });
  const amount = readAmount(rate.rest, text);
  if (!(amount instanceof Decimal)) return { kind: "issue", issue: amount };
  const value = (signed.negative || inner.negative ? amount.negated() : amount).times(rate.factor ?? 1);
  if (tooLong(value)) return issue("number_too_long", { text });
  return { kind: "number", value: value.isZero() ? ZERO : value, unit: unitOf(rate.factor !== null, money.currency) };
}

/** As machines write numbers: what files hold almost always is read without looking for anything else. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,6})?$/;

function plainValue(text: string): Decimal {
  const value = new Decimal(text);
  return value.isZero() ? ZERO : value;
}

/** Only the full-width ASCII block: NFKC would also turn 5² into 52. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2009\u202F]/g, " ")
    .replaceAll("￥", "¥")
    .replace(/[\u2212\u2013]/g, "-");
}

function readSign(text: string): { negative: boolean; rest: string } | null {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) {
    const rest = (bracketed[1] ?? "").trim();
    return /^[-+负(]/.test(rest) ? null : { negative: true, rest };
  }
  const rest = text.replace(/^[-+负]\s*/, "");
  return /^[-+负(]/.test(rest) && rest !== text ? null : { negative: /^[-负]/.test(text), rest };
}

function readCurrency(text: string): { currency: string | null; rest: string } | null {
  const before = CURRENCIES.find(([, prefix]) => prefix.test(text));
  const headless = before ? text.replace(before[1], "").trim() : text;
  const after = CURRENCIES.find(([, , suffix]) => suffix.test(headless));
  if (before && after && before[0] !== after[0]) return null;
  return { currency: (before ?? after)?.[0] ?? null, rest: after ? headless.replace(after[2], "").trim() : headless };
}

function readRate(text: string): { factor: string | null; rest: string } {
  if (text.startsWith("百分之")) return { factor: "0.01", rest: text.slice(3) };
  const factor = RATES[text.at(-1) ?? ""];
  return factor === undefined ? { factor: null, rest: text } : { factor, rest: text.slice(0, -1).trim() };
}

function readAmount(text: string, typed: string): Decimal | Issue {
  if (isChineseNumeral(text)) return parseChineseNumeral(text) ?? fault("number_numeral", { text: typed });
  if (/^[\d.,]+e[+-]?\d+$/i.test(text)) return fault("number_scientific", { text: typed });
  const sections = [...text.matchAll(/([\d.,]+(?: \d{3})*)\s*([a-z]|千万|百万|[千万萬亿億])?/gi)];
  if (sections.length === 0 || sections.map(([whole]) => whole).join("") !== text)
    return fault("number_shape", { text: typed });
  return addSections(sections, typed);
}

/** `1亿2000万` and `12万5千` add up with falling scales; `12万5` may mean 125,000 or 120,005 and is refused. */
function addSections(sections: readonly RegExpExecArray[], typed: string): Decimal | Issue {
  let total = ZERO;
  let scaleAbove = Number.POSITIVE_INFINITY;
  for (const [index, section] of sections.entries()) {
    const digits = readDigits(section[1] ?? "", typed);
    if (!(digits instanceof Decimal)) return digits;
    const scale = section[2] === undefined ? 1 : SCALES[section[2].toLowerCase()];
    const broken = index < sections.length - 1 && !digits.isInteger();
    if (scale === undefined || scale >= scaleAbove || broken || (index > 0 && /[a-z]/i.test(section[2] ?? "")))
      return fault("number_shape", { text: typed });
    if (scale === 1 && index > 0 && digits.lt(10)) return twoReadings(total, digits, scaleAbove, typed);
    if (index > 0 && digits.times(scale).gte(scaleAbove)) return fault("number_shape", { text: typed });
    total = total.plus(digits.times(scale));
    scaleAbove = scale;
  }
  return total;
}

function twoReadings(total: Decimal, digit: Decimal, scaleAbove: number, typed: string): Issue {
  const first = total.plus(digit.times(scaleAbove).div(10)).toString();
  return fault("number_ambiguous", { text: typed, first, second: total.plus(digit).toString() });
}

function readDigits(text: string, typed: string): Decimal | Issue {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(text)) return new Decimal(text);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return new Decimal(text.replaceAll(",", ""));
  if (/^\d{1,3}(?: \d{3})+$/.test(text)) return new Decimal(text.replaceAll(" ", ""));
  return fault(text.includes(",") || text.includes(" ") ? "number_grouping" : "number_shape", { text: typed });
}

function tooLong(value: Decimal): boolean {
  return value.decimalPlaces() > 12 || value.abs().gte("1e30");
}

function unitOf(isRate: boolean, currency: string | null): NumberUnit {
  if (isRate) return { kind: "percent" };
  return currency === null ? { kind: "plain" } : { kind: "money", currency };
}

function fault(code: string, params: Issue["params"]): Issue {
  return { code, params, path: [] };
}

function issue(code: string, params: Issue["params"]): ParsedNumber {
  return { kind: "issue", issue: fault(code, params) };
}
