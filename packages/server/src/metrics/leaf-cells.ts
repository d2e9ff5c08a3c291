import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { bucketsOf } from "@dabiao/core/metrics/buckets.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import type { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { cumulate, reachOf } from "@dabiao/core/metrics/reach.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { objectOf } from "../records/sql/reader.ts";
import { scopeBranches } from "../records/sql/record-sql.ts";
import { calendarOf, type MetricContext } from "./context.ts";
import { cutsOf } from "./cut.ts";
import { organisationChanges } from "./organisation-store.ts";
import { sealedPart } from "./seal-read-store.ts";
import { CELLS_MAX, type CellsRequest, type Cut, cellsSql } from "./sql/cells.ts";
import { factsSql } from "./sql/facts.ts";
import { leafFacts } from "./sql/leaf-facts.ts";

/** One aggregate's cells: keys as the query names them, joined to a text for looking up. */
export interface LeafCells {
  readonly values: ReadonlyMap<string, { readonly key: (string | null)[]; readonly value: string | null }>;
  readonly whole: string | null;
  readonly truncated: boolean;
}

/** A query with its days looked up. */
export interface LeafQuery extends Pick<MetricQuery, "by" | "period" | "scope" | "filter"> {
  readonly range: DayRange;
  readonly asOf: Date | null;
}

export interface CellRow {
  k0: string | null;
  k1?: string | null;
  k2?: string | null;
  v: string | null;
  whole: boolean;
}

/** Runs one aggregate: sealed months and live days in one statement. */
export async function leafCells(
  on: Runner,
  context: MetricContext,
  leaf: AggregateTree,
  query: LeafQuery,
): Promise<LeafCells> {
  const calendar = calendarOf(context.world, leaf.body);
  const range = reachOf(leaf.measure, query.range);
  const { cuts: own, paths, readKey } = cutsOf(query, calendar);
  const cuts = own.map((cut) => reaching(cut, range));
  const organised = query.scope.unit !== undefined || cuts.some(({ kind }) => kind === "unit");
  const changes = organised ? await organisationChanges(on, range) : [];
  const scoped = context.figures === "records" && hidesRecords(context, leaf);
  const sealed = await sealedPart(on, context, leaf, { query: { ...query, range }, cuts, changes, scoped });
  const facts = leafFacts({
    reader: context.reader,
    calendar,
    leaf,
    ranges: sealed?.live ?? [range],
    span: hullOf(sealed?.live ?? [range], range),
    filter: query.filter,
    cuts: paths,
    asOf: query.asOf,
    scoped,
  });
  const { credit } = leaf.measure;
  const overlay = credit.kind === "split" && credit.overlay;
  const request: CellsRequest = {
    schema: on.schema,
    measure: leaf.measure,
    facts: factsSql(facts),
    sealed: sealed?.rows ?? null,
    cuts,
    scope: {
      ...(query.scope.unit ? { unit: query.scope.unit } : {}),
      ...(query.scope.members ? { members: query.scope.members } : {}),
    },
    epochs: [range.start, ...changes],
    overlay,
  };
  const noWhole = overlay && query.scope.members === undefined;
  const cells = readCells(await on.rows<CellRow>(cellsSql(request)), readKey, cuts.length, noWhole);
  return leaf.measure.reach === "to_date" ? runningOn(cells, query, calendar) : cells;
}

/** What came before the first period of a figure from the beginning stands in that period. */
function reaching(cut: Cut, { start }: DayRange): Cut {
  const [first = start, ...later] = cut.kind === "period" ? cut.starts : [];
  return cut.kind === "period" ? { ...cut, starts: [start < first ? start : first, ...later] } : cut;
}

function runningOn(cells: LeafCells, query: LeafQuery, calendar: Calendar): LeafCells {
  const at = query.by.findIndex(({ kind }) => kind === "period");
  const dimension = query.by[at];
  if (dimension?.kind !== "period") return cells;
  const periods = bucketsOf(query.period, dimension.grain, calendar).map(({ key }) => key);
  const running = cumulate(cells.values.values(), at, periods);
  return { ...cells, values: new Map(running.map((cell) => [cellName(cell.key), cell])) };
}

/** From the first live day to the last: transfers before it change nothing that is still counted from records. */
export function hullOf(ranges: readonly DayRange[], whole: DayRange): DayRange {
  return { start: ranges[0]?.start ?? whole.end, end: ranges.at(-1)?.end ?? whole.end };
}

/** Whether the reader sees only some of the records a metric is made of. */
export function hidesRecords(context: MetricContext, leaf: AggregateTree): boolean {
  const object = objectOf(context.world, leaf.measure.object);
  return scopeBranches(context.reader, object, "r", "read") !== null;
}

/** The rows of a statement as cells. */
export function readCells(
  rows: readonly CellRow[],
  readKey: (key: readonly (string | null)[]) => (string | null)[],
  dimensions: number,
  noWhole: boolean,
): LeafCells {
  const values = new Map<string, { key: (string | null)[]; value: string | null }>();
  let whole: string | null = null;
  for (const row of rows) {
    if (row.whole) whole = noWhole ? null : row.v;
    else {
      const key = readKey([row.k0, row.k1 ?? null, row.k2 ?? null].slice(0, dimensions));
      values.set(cellName(key), { key, value: row.v });
    }
  }
  return { values, whole, truncated: values.size > CELLS_MAX };
}

export function cellName(key: readonly (string | null)[]): string {
  return key.length === 1 ? (key[0] ?? "\0") : key.map((part) => part ?? "\0").join("\u0001");
}
