import type { AggregateMeasure } from "@dabiao/core/metrics/metric.ts";
import { ratesKind } from "@dabiao/core/metrics/rates-kind.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Reader } from "../../records/sql/reader.ts";
import { pathSql } from "../../records/sql/record-sql.ts";
import { literal } from "./inline.ts";

/**
 * What one unit of a record's currency is worth on the day the metric counts it by (CV-6); null where no rate is
 * known, and 1 where the record names no currency or the company's own. Null when the metric converts nothing.
 */
export function exchangeSql(reader: Reader, object: ObjectShape, measure: AggregateMeasure, day: Sql): Sql | null {
  const { currency } = measure;
  if (currency === undefined) return null;
  const book = reader.world.get(ratesKind, currency.rates);
  if (!book) throw new Refusal("not_found", { what: `rates ${currency.rates}` });
  const named = sql`upper((${pathSql({ ...reader, trusted: true }, object, [currency.field], "r").expression})::text)`;
  const rates = book.rates.map(
    (rate) => sql`(${raw(literal(rate.currency))}, ${raw(literal(rate.from))}::date, ${raw(rate.rate)}::numeric)`,
  );
  const known =
    rates.length === 0
      ? raw("null::numeric")
      : sql`(select x.rate from (values ${join(rates)}) x (currency, since, rate)
        where x.currency = ${named} and x.since <= ${day} order by x.since desc limit 1)`;
  return sql`(case when coalesce(${named}, '') in ('', ${raw(literal(book.to))}) then 1 else ${known} end)`;
}
