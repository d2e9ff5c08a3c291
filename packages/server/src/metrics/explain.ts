import { rangeOf } from "@dabiao/core/metrics/buckets.ts";
import { metricValue } from "@dabiao/core/metrics/combine.ts";
import type {
  MetricCell,
  MetricDrill,
  MetricDrillQuery,
  MetricExplainQuery,
  MetricExplanation,
  MetricPart,
} from "@dabiao/core/metrics/explain.ts";
import { type AggregateTree, type LeafTree, leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import { reachOf } from "@dabiao/core/metrics/reach.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import type { Runner, Workspace } from "../platform/postgres/db.ts";
import { calendarOf, findMetric, type MetricContext, metricContext } from "./context.ts";
import { changesSince } from "./explain-changes.ts";
import { drillManual, explainManual } from "./explain-manual.ts";
import { ruleOfLeaf } from "./rule-of-leaf.ts";
import { inSnapshot } from "./snapshot-store.ts";
import type { LeafRequest } from "./sql/leaf-facts.ts";
import { type VerdictCell, verdictSql } from "./sql/verdict.ts";
import { countVerdicts, pageOfVerdicts, valueOfVerdicts } from "./verdict-store.ts";

/** 为什么是这个数: the rule, the records in, the records out and why, and what changed since a moment. */
export async function explainMetric(
  ws: Workspace,
  access: Access,
  query: MetricExplainQuery,
  now = new Date(),
): Promise<MetricExplanation> {
  return await explainIn(metricContext(ws, await world(ws), access, now), query);
}

export async function explainIn(context: MetricContext, query: MetricExplainQuery): Promise<MetricExplanation> {
  const tree = metricTree(query.metric, findMetric(context.world));
  const parts = await inSnapshot(context.ws, async (on) => {
    const found: MetricPart[] = [];
    for (const leaf of leavesOf(tree)) found.push(await partOf(on, context, leaf, query));
    return found;
  });
  return {
    metric: query.metric,
    value: metricValue(tree, (leaf) => parts.find(({ rule }) => rule.metric === leaf.key)?.value ?? null),
    parts,
    asOf: context.reader.now.toISOString(),
  };
}

/**
 * The records behind one side of a figure.
 *
 * @throws Refusal `metric_not_aggregate` for a ratio or formula: its parts have records, it has not
 */
export async function drillMetric(
  ws: Workspace,
  access: Access,
  query: MetricDrillQuery,
  now = new Date(),
): Promise<MetricDrill> {
  return await drillIn(metricContext(ws, await world(ws), access, now), query);
}

export async function drillIn(context: MetricContext, query: MetricDrillQuery): Promise<MetricDrill> {
  const tree = metricTree(query.metric, findMetric(context.world));
  if (tree.kind === "manual") return await drillManual(context.ws, context, tree, query);
  if (tree.kind !== "aggregate") throw new Refusal("metric_not_aggregate", { metric: query.metric });
  const { request, cell } = leafCell(context, tree, query);
  const page = await pageOfVerdicts(context.ws, context.reader, tree, verdictSql(request, cell), query);
  return { object: tree.measure.object, ...page };
}

function partOf(on: Runner, context: MetricContext, leaf: LeafTree, query: MetricExplainQuery): Promise<MetricPart> {
  return leaf.kind === "manual" ? explainManual(on, context, leaf, query) : explainLeaf(on, context, leaf, query);
}

async function explainLeaf(
  on: Runner,
  context: MetricContext,
  leaf: AggregateTree,
  query: MetricExplainQuery,
): Promise<MetricPart> {
  const { request, cell } = leafCell(context, leaf, query);
  const verdicts = verdictSql(request, cell);
  const counts = await countVerdicts(on, verdicts);
  const counted = counts.find(({ reason }) => reason === null)?.count ?? 0;
  return {
    rule: ruleOfLeaf(leaf),
    value: await valueOfVerdicts(on, leaf.measure, verdicts),
    universe: counts.reduce((total, { count }) => total + count, 0),
    in: counted,
    out: counts.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
    changes: query.since ? await changesSince(on, context, leaf, request, cell, new Date(query.since)) : null,
  };
}

function leafCell(
  context: MetricContext,
  leaf: AggregateTree,
  query: MetricCell,
): { request: LeafRequest; cell: VerdictCell } {
  const calendar = calendarOf(context.world, leaf.body);
  const range = reachOf(leaf.measure, rangeOf(query.period, calendar));
  const request: LeafRequest = {
    reader: context.reader,
    calendar,
    leaf,
    ranges: [range],
    span: range,
    filter: query.filter,
    cuts: query.fields.map(({ path }) => path),
    asOf: null,
    scoped: context.figures === "records",
  };
  const cell: VerdictCell = {
    range,
    ...(query.member === undefined ? {} : { member: query.member }),
    ...(query.unit === undefined ? {} : { unit: query.unit }),
    values: query.fields.map(({ value }) => value),
  };
  return { request, cell };
}
