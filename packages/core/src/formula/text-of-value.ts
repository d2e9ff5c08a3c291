import type { Decimal } from "decimal.js";
import { type Sql, sql } from "../platform/sql.ts";
import type { FormulaKind, FormulaValue } from "./formula-type.ts";

/** A value inside a text: 1.50 is `1.5`, a date `2026-03-09`, a boolean `TRUE` or `FALSE`, null nothing (FX-13). */
export function textOfValue(value: FormulaValue, kind: FormulaKind): string {
  if (value === null) return "";
  if (kind === "number") return (value as Decimal).toFixed();
  if (kind === "boolean") return value ? "TRUE" : "FALSE";
  return value as string;
}

/** Written out because to_char() and date::text depend on session settings and so are not immutable. */
export function textOfValueSql(value: Sql, kind: FormulaKind): Sql {
  return sql`coalesce(${known(value, kind)}, '')`;
}

function known(value: Sql, kind: FormulaKind): Sql {
  if (kind === "number") return sql`trim_scale(${value})::text`;
  if (kind === "boolean") return sql`case ${value} when true then 'TRUE' when false then 'FALSE' end`;
  if (kind === "date") {
    return sql`(lpad(extract(year from ${value})::text, 4, '0') || '-' || lpad(extract(month from ${value})::text, 2, '0')
      || '-' || lpad(extract(day from ${value})::text, 2, '0'))`;
  }
  return value;
}
