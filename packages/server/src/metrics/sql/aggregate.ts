import type { AggregateMeasure } from "@dabiao/core/metrics/metric.ts";
import { raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { literal } from "./inline.ts";

/** Digits behind the point that an answer carries; what people see is rounded later, at declared points only (CV-1). */
const SCALE = 12;

/** What the SQL of an aggregate needs to know. With `emptyIsNull` a sum over nothing is no data, as of figures entered by hand. */
export interface AggregateOf extends Pick<AggregateMeasure, "aggregate" | "credit" | "percentile"> {
  readonly emptyIsNull?: boolean;
}

/** A partial result that can be merged with others: `n` and `s` by adding, `m` by taking the smaller or the larger. */
export interface Part {
  readonly name: "n" | "s" | "m";
  readonly merge: "sum" | "min" | "max";
  /** Over rows of facts `f` with columns member, day, v, w, n. */
  readonly of: Sql;
}

/** Parts from which the aggregate is made at every level, or null when each level must go back to the facts (K-03). */
export function partsOf(measure: AggregateOf): readonly Part[] | null {
  switch (measure.aggregate) {
    case "count":
      return [{ name: "n", merge: "sum", of: raw(measure.credit.kind === "split" ? "sum(f.n)" : "count(*)") }];
    case "sum":
      return [{ name: "s", merge: "sum", of: raw("sum(f.v)") }];
    case "avg":
    case "duration":
      return [
        { name: "s", merge: "sum", of: raw("sum(f.v)") },
        { name: "n", merge: "sum", of: raw("count(f.v)") },
      ];
    case "wavg":
      return [
        { name: "s", merge: "sum", of: raw("sum(f.v * f.w)") },
        { name: "n", merge: "sum", of: raw("sum(f.w) filter (where f.v is not null)") },
      ];
    case "min":
      return [{ name: "m", merge: "min", of: raw("min(f.v)") }];
    case "max":
      return [{ name: "m", merge: "max", of: raw("max(f.v)") }];
    case "distinct":
    case "median":
    case "percentile":
    case "last":
      return null;
  }
}

/** Parts of one alias merged, e.g. `sum(b.s) as s`. */
export function mergeParts(parts: readonly Part[], alias: string): Sql[] {
  return parts.map(({ name, merge }) => raw(`${merge}(${alias}.${name}) as ${name}`));
}

/**
 * The answer out of merged parts. Over nothing, sums and counts are 0 and the rest is no data (CV-2).
 *
 * @param from the alias, and what stands before the parts' names where several aggregates share a row: `a.` or `a.p3_`
 */
export function answerOf(measure: AggregateOf, from: string): Sql {
  const n = `${from}n`;
  const s = `${from}s`;
  switch (measure.aggregate) {
    case "count":
      return text(raw(`coalesce(${n}, 0)`));
    case "sum":
      return text(raw(measure.emptyIsNull ? s : `coalesce(${s}, 0)`));
    case "min":
    case "max":
      return text(raw(`${from}m`));
    case "avg":
    case "wavg":
    case "duration":
      return text(raw(`${s} / nullif(${n}, 0)`));
    case "distinct":
    case "median":
    case "percentile":
    case "last":
      return answerFromFacts(measure);
  }
}

/** The answer straight from facts `f` of one cell, for what has no parts. `last` gets one row per member (its latest). */
export function answerFromFacts(measure: AggregateOf): Sql {
  switch (measure.aggregate) {
    case "distinct":
      return text(raw("count(distinct f.v)"));
    case "median":
      return text(quantile("0.5"));
    case "percentile":
      return text(quantile(literal(measure.percentile ?? 0.5)));
    case "last":
      return text(raw("sum(f.v)"));
    case "count":
    case "sum":
    case "avg":
    case "wavg":
    case "min":
    case "max":
    case "duration":
      throw new TypeError(`${measure.aggregate} is made of parts`);
  }
}

/** The quantile between neighbours, in exact decimals: PostgreSQL's own percentile_cont goes through binary floats. */
function quantile(fraction: string): Sql {
  const sorted = "array_agg(f.v order by f.v) filter (where f.v is not null)";
  return sql`(select a.v[low + 1] + (place - low) * (coalesce(a.v[low + 2], a.v[low + 1]) - a.v[low + 1])
    from (select ${raw(sorted)} as v) a, lateral (select ${raw(fraction)}::numeric * (cardinality(a.v) - 1) as place) p, lateral (select floor(place)::int as low) l)`;
}

function text(number: Sql): Sql {
  return sql`trim_scale(round((${number})::numeric, ${raw(String(SCALE))}))::text`;
}
