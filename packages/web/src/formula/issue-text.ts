import type { FormulaIssue } from "@dabiao/core/formula/formula-issue.ts";
import type { TFunction } from "i18next";

/** The sentence of an issue, with kinds and limits in the reader's words. */
export function issueText(t: TFunction, { code, params }: FormulaIssue): string {
  const entries = Object.entries(params).map(([name, value]) => [name, words(t, name, value)] as const);
  return String(t(`refusal.${code}`, { ...Object.fromEntries(entries), defaultValue: code }));
}

function words(t: TFunction, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => words(t, name, one)).join(" / ");
  const text = String(value);
  if (name === "what") return t(`formula.what.${text}`, { defaultValue: text });
  return name === "expected" || name === "found" ? t(`formula.kind.${text}`, { defaultValue: text }) : text;
}
