import { Decimal } from "decimal.js";
import { Temporal } from "temporal-polyfill";
import type { FormulaKind, FormulaValue } from "./formula-type.ts";

/**
 * Orders two values of one kind: below 0, 0 or above 0; null when either is null.
 * Texts go by code point, upper case before lower case, the same on every machine (FX-06).
 */
export function compareValues(a: FormulaValue, b: FormulaValue, kind?: FormulaKind): number | null {
  if (a === null || b === null) return null;
  if (Decimal.isDecimal(a)) return a.comparedTo(b as Decimal);
  if (typeof a === "boolean") return Number(a) - Number(b);
  if (kind === "datetime") return Temporal.Instant.compare(a as string, b as string);
  return compareTexts(a as string, b as string);
}

/** UTF-16 order puts 😀 before ﬁ; PostgreSQL's "C" order goes by code point. */
function compareTexts(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let index = 0; index < left.length && index < right.length; index++) {
    const step = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!;
    if (step !== 0) return step;
  }
  return left.length - right.length;
}
