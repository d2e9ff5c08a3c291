import { type Sql, sql } from "../platform/sql.ts";
import type { FormulaKind, FormulaValue } from "./formula-type.ts";

/** Empty is null, the text without characters and the list without entries; 0 and FALSE are values (CV-2, FX-12). */
export function isEmpty(value: FormulaValue): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

export function isEmptySql(value: Sql, kind: FormulaKind): Sql {
  if (kind === "list") return sql`(coalesce(cardinality(${value}), 0) = 0)`;
  if (kind === "text" || kind === "select") return sql`(coalesce(${value}, '') = '')`;
  return sql`(${value} is null)`;
}

export function nullIfEmptySql(value: Sql, kind: FormulaKind): Sql {
  if (kind === "list") return sql`nullif(${value}, '{}'::text[])`;
  if (kind === "text" || kind === "select") return sql`nullif(${value}, '')`;
  return value;
}
