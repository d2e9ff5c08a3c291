import type { Sql } from "@dabiao/core/platform/sql.ts";

/**
 * A fragment with its parameters written into the text. A metric's own filter is spelled out like this, because
 * PostgreSQL uses a partial index only when it can prove from the text that the query asks for less; with `$1`
 * it cannot. Values come from published definitions and are quoted here, nowhere else.
 */
export function inline(fragment: Sql): Sql {
  let text = fragment.strings[0] ?? "";
  for (const [index, value] of fragment.values.entries()) {
    text += literal(value) + (fragment.strings[index + 1] ?? "");
  }
  return { kind: "sql", strings: [text], values: [] };
}

/** A value as PostgreSQL reads it in SQL text. Text is an escape string, so backslashes and quotes mean themselves. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return numberLiteral(value);
  if (value instanceof Date) return quote(value.toISOString());
  if (Array.isArray(value)) return quote(arrayText(value));
  if (typeof value === "string") return quote(value);
  throw new TypeError(`no SQL literal for ${typeof value}`);
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError("no SQL literal for a number that is not finite");
  return value < 0 ? `(${value})` : String(value);
}

function quote(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("'", "''");
  return text.includes("\\") ? `E'${escaped}'` : `'${escaped}'`;
}

/** The text form of a PostgreSQL array, `{"a","b"}`; the place it stands in gives it its type. */
function arrayText(values: readonly unknown[]): string {
  const items = values.map((item) => {
    if (item === null) return "null";
    return `"${String(item).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${items.join(",")}}`;
}
