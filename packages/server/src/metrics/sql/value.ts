import { checkFormula } from "@dabiao/core/formula/check-formula.ts";
import type { SqlClock } from "@dabiao/core/formula/formula-function.ts";
import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import { parseFormula } from "@dabiao/core/formula/parse-formula.ts";
import type { Aggregate } from "@dabiao/core/metrics/metric.ts";
import { recordScope } from "@dabiao/core/model/formula-scope.ts";
import { namedField } from "@dabiao/core/model/named-field.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { isMasked, type Reader, readableField } from "../../records/sql/reader.ts";
import { pathSql } from "../../records/sql/record-sql.ts";
import { inline } from "./inline.ts";

/**
 * What a record is worth: a metric's value formula in SQL. A date is worth the days from it to the event; for
 * `distinct` any value serves. Who may not see a field in full sees no number made of it.
 *
 * @throws Refusal `metric_formula`, `field_not_readable`, `field_masked`
 */
export function valueSql(
  reader: Reader,
  object: ObjectShape,
  source: string,
  day: Sql,
  clock: SqlClock,
  aggregate: Aggregate,
): Sql {
  if (aggregate === "distinct") {
    const named = bareField(reader, object, source);
    if (named) return sql`(${pathSql({ ...reader, trusted: true }, object, [...named], "r").expression})::text`;
  }
  const checked = checkFormula(source, recordScope(reader.world, object.key, null));
  if (!checked.ok) throw new Refusal("metric_formula", { formula: source, reason: checked.issues[0]?.code ?? "" });
  const { formula } = checked;
  for (const [key = ""] of formula.references) demandWhole(reader, object, key);
  const company: Reader = { ...reader, trusted: true };
  const value = inline(formulaToSql(formula, (path) => pathSql(company, object, [...path], "r").expression, clock));
  if (aggregate === "distinct") return sql`(${value})::text`;
  if (formula.type.kind === "date") return sql`(${day} - (${value}))::numeric`;
  if (formula.type.kind === "datetime") return sql`(${day} - ((${value}) at time zone ${clock.zone})::date)::numeric`;
  if (formula.type.kind !== "number")
    throw new Refusal("metric_formula", { formula: source, reason: "formula_result_type" });
  return value;
}

/** `[customer]`: references are counted though formulas do not compute with them. */
function bareField(reader: Reader, object: ObjectShape, source: string): readonly string[] | undefined {
  const parsed = parseFormula(source);
  if (!parsed.ok || parsed.node.kind !== "reference") return undefined;
  const found = namedField(reader.world, object.key, parsed.node.path);
  if (found) demandWhole(reader, object, found.path[0] ?? "");
  return found?.path;
}

function demandWhole(reader: Reader, object: ObjectShape, key: string): void {
  readableField(reader, object, key);
  if (isMasked(reader, object, key)) throw new Refusal("field_masked", { object: object.key, field: key });
}
