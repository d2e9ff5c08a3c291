import type { Family } from "../model/field-type.ts";
import { Decimal } from "../numbers/decimal.ts";

/** Whether two stored values mean the same: 1.5 and 1.50 do, and one instant in two offsets does. */
export function sameValue(family: Family, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  if (family === "number") return new Decimal(String(a)).equals(new Decimal(String(b)));
  if (family === "datetime") return Date.parse(String(a)) === Date.parse(String(b));
  return typeof a === "object" || typeof b === "object" ? canonical(a) === canonical(b) : String(a) === String(b);
}

/** JSON with keys in order: PostgreSQL gives them back in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`;
}
