import { type ColumnOf, formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { rowFormula } from "@dabiao/core/records/row-formula.ts";
import { scalarType } from "./json-sql.ts";
import { companyCalendar, type Reader } from "./reader.ts";

/** A formula field as an expression, worked out by PostgreSQL. */
export function formulaSql(reader: Reader, object: ObjectShape, field: FieldShape, column: ColumnOf): Sql {
  const { formula: source } = field.settings as { formula: string };
  const formula = rowFormula(reader.world, object.key, source);
  if (!formula) return raw(`null::${scalarType(field.family) ?? "text"}`);
  const { zone } = companyCalendar(reader.world);
  return sql`(${formulaToSql(formula, column, {
    now: sql`${reader.now}::timestamptz`,
    today: sql`${dayAt(reader.now, zone)}::date`,
    zone,
  })})`;
}
