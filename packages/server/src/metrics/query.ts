import { rangeOf } from "@dabiao/core/metrics/buckets.ts";
import { emptyLeaf, metricValue } from "@dabiao/core/metrics/combine.ts";
import { type LeafTree, leavesOf, type MetricTree, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { MetricAnswer, MetricQuery, MetricRow } from "@dabiao/core/metrics/query.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import type { Runner, Workspace } from "../platform/postgres/db.ts";
import { calendarOf, findMetric, type MetricContext, metricContext } from "./context.ts";
import { hidesRecords, type LeafCells, type LeafQuery, leafCells } from "./leaf-cells.ts";
import { figuresInSight, manualCells } from "./manual-cells.ts";
import { inSnapshot } from "./snapshot-store.ts";

/**
 * The one call for numbers: boards, scorecards, charts, forecasts and pay all come through here, so the same metric
 * is the same figure everywhere at the same second.
 */
export async function queryMetrics(
  ws: Workspace,
  access: Access,
  query: MetricQuery,
  now = new Date(),
): Promise<MetricAnswer> {
  return await answerMetrics(metricContext(ws, await world(ws), access, now), query);
}

/** The same in a given world, such as one in which a draft stands for the published definition. */
export async function answerMetrics(context: MetricContext, query: MetricQuery): Promise<MetricAnswer> {
  const trees = query.metrics.map((key) => metricTree(key, findMetric(context.world)));
  const leaves = distinctLeaves(trees);
  const calendar = calendarOf(context.world, firstBody(context, query));
  const leafQuery: LeafQuery = {
    ...query,
    range: rangeOf(query.period, calendar),
    asOf: query.asOf ? new Date(query.asOf) : null,
  };
  const cells = await inSnapshot(context.ws, async (on) => {
    const all = new Map<string, LeafCells>();
    for (const leaf of leaves) all.set(leaf.key, await cellsOf(on, context, leaf, leafQuery));
    return all;
  });
  const rows = ordered(rowsOf(trees, cells), query);
  const whole = (tree: MetricTree) => metricValue(tree, (leaf) => cells.get(leaf.key)?.whole ?? null);
  return {
    metrics: query.metrics,
    rows: rows.slice(0, query.limit),
    total: trees.map(whole),
    asOf: query.asOf ?? context.reader.now.toISOString(),
    partial: context.figures === "records" && leaves.some((leaf) => hides(context, leaf)),
    truncated: rows.length > query.limit || [...cells.values()].some(({ truncated }) => truncated),
  };
}

function cellsOf(on: Runner, context: MetricContext, leaf: LeafTree, query: LeafQuery): Promise<LeafCells> {
  return leaf.kind === "manual" ? manualCells(on, context, leaf, query) : leafCells(on, context, leaf, query);
}

function hides(context: MetricContext, leaf: LeafTree): boolean {
  return leaf.kind === "manual" ? figuresInSight(context.access) !== null : hidesRecords(context, leaf);
}

function distinctLeaves(trees: readonly MetricTree[]): LeafTree[] {
  return [...new Map(trees.flatMap(leavesOf).map((leaf) => [leaf.key, leaf])).values()];
}

function firstBody(context: MetricContext, query: MetricQuery): { calendar: string } {
  return findMetric(context.world)(query.metrics[0] ?? "") ?? { calendar: "company" };
}

/** Every cell any of the aggregates has. What one of them lacks there is nothing: 0 or no data, by its kind (CV-2). */
function rowsOf(trees: readonly MetricTree[], cells: ReadonlyMap<string, LeafCells>): MetricRow[] {
  const keys = new Map<string, (string | null)[]>();
  for (const { values } of cells.values()) for (const [name, { key }] of values) keys.set(name, key);
  return [...keys].map(([name, key]) => ({
    key,
    values: trees.map((tree) =>
      metricValue(tree, (leaf) => {
        const cell = cells.get(leaf.key)?.values.get(name);
        return cell ? cell.value : emptyLeaf(leaf);
      }),
    ),
  }));
}

/** Periods run forward; everything else begins with the largest value of the first metric. Ties go by key. */
function ordered(rows: MetricRow[], query: MetricQuery): MetricRow[] {
  const byKey = (a: MetricRow, b: MetricRow) => compareText(a.key.join("\u0001"), b.key.join("\u0001"));
  if (query.by.some(({ kind }) => kind === "period")) return rows.sort(byKey);
  const sized = rows.map((row) => ({ row, size: row.values[0] == null ? null : Number(row.values[0]) }));
  sized.sort((a, b) => bySize(a.size, b.size) || exact(a.row, b.row) || byKey(a.row, b.row));
  return sized.map(({ row }) => row);
}

function bySize(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

/** Only for values that are equal as binary floats, which are used to sort quickly and for nothing else. */
function exact(a: MetricRow, b: MetricRow): number {
  const [x, y] = [a.values[0], b.values[0]];
  return x == null || y == null || x === y ? 0 : decimal(y).cmp(decimal(x));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
