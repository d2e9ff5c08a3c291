import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { bucketsOf } from "@dabiao/core/metrics/buckets.ts";
import type { Dimension, MetricQuery } from "@dabiao/core/metrics/query.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import type { Cut } from "./sql/cells.ts";

/** The dimensions of a query as the SQL sees them, and how a row's keys are read back. */
export interface Cuts {
  readonly cuts: readonly Cut[];
  readonly paths: readonly FieldPath[];
  readonly readKey: (key: readonly (string | null)[]) => (string | null)[];
}

export function cutsOf(query: Pick<MetricQuery, "by" | "period">, calendar: Calendar): Cuts {
  const paths: FieldPath[] = [];
  const names: (readonly string[] | null)[] = [];
  const cuts = query.by.map((dimension): Cut => {
    if (dimension.kind === "period") {
      const buckets = bucketsOf(query.period, dimension.grain, calendar);
      names.push(buckets.map(({ key }) => key));
      return { kind: "period", starts: buckets.map(({ start }) => start) };
    }
    names.push(null);
    return plainCut(dimension, paths);
  });
  const readKey = (key: readonly (string | null)[]) =>
    key.map((part, index) => (names[index] && part !== null ? (names[index][Number(part) - 1] ?? null) : part));
  return { cuts, paths, readKey };
}

function plainCut(dimension: Exclude<Dimension, { kind: "period" }>, paths: FieldPath[]): Cut {
  if (dimension.kind !== "field") return { kind: dimension.kind };
  paths.push(dimension.path);
  return { kind: "field", column: `c${paths.length - 1}` };
}
