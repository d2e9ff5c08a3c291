import { decimal } from "../../numbers/decimal.ts";
import { roundHalfUp } from "../../numbers/rounding.ts";
import type { Locale } from "../../platform/text.ts";
import { cardTraceTexts } from "./card-trace-texts.ts";
import { itemTraceTexts } from "./item-trace-texts.ts";
import type { TraceStep } from "./trace.ts";

/** `{x}` is a number or a name, `{x%}` a fraction shown in percent; `value` is what the step gave. */
export const traceTexts = { ...itemTraceTexts, ...cardTraceTexts } as const;
export type TraceCode = keyof typeof traceTexts;

/** Parameters that are keys of the card and shown by their names. */
const NAMED: ReadonlySet<string> = new Set(["item", "items", "dimension", "gate", "veto", "role"]);
const NUMBER = /^-?\d+(\.\d+)?$/;
/** Decimals shown; the exact value stays in the step. */
const SHOWN_PLACES = 4;

/**
 * A step in words, the same on the page, in print and in the export.
 *
 * @param nameOf the name of a line, dimension, gate, veto or rater's role by its key
 * @source SPEC.md CV-5
 */
export function traceSentence(
  step: TraceStep,
  locale: Locale,
  nameOf: (kind: string, key: string) => string = (_, key) => key,
): string {
  const text = traceTexts[step.code];
  const values: Readonly<Record<string, string>> = { ...step.params, value: step.value ?? "" };
  return (locale === "en" ? text.en : text.zh)
    .replace(/\{(\w+)(%?)\}/g, (_, name: string, percent: string) => {
      const value = values[name] ?? "";
      if (NAMED.has(name) && !(name === "gate" && NUMBER.test(value)))
        return value
          .split(", ")
          .map((key) => nameOf(name === "items" ? "item" : name, key))
          .join(locale === "en" ? ", " : "、");
      return NUMBER.test(value) ? shownNumber(value, percent === "%") : value;
    })
    .replaceAll("= ≈", "≈ ");
}

/** 0.740740740741 is ≈0.7407, 120000 is 120,000, 0.95 in percent is 95%. */
function shownNumber(text: string, percent: boolean): string {
  const exact = percent ? decimal(text).times(100) : decimal(text);
  const shown = roundHalfUp(exact, SHOWN_PLACES);
  const [whole = "", fraction] = shown.abs().toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = shown.isNegative() ? "\u2212" : "";
  return `${shown.eq(exact) ? "" : "≈"}${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}${percent ? "%" : ""}`;
}
