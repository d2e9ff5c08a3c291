import { rangeOf } from "@dabiao/core/metrics/buckets.ts";
import type {
  MetricCell,
  MetricDrill,
  MetricDrillQuery,
  MetricExplainQuery,
  MetricPart,
} from "@dabiao/core/metrics/explain.ts";
import type { ManualTree } from "@dabiao/core/metrics/leaves.ts";
import { MANUAL_OBJECT } from "@dabiao/core/metrics/manual-measure.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { calendarOf, type MetricContext } from "./context.ts";
import { figuresInSight, manualAggregate } from "./manual-cells.ts";
import { manualChanges } from "./manual-changes-store.ts";
import { pageOfFigures } from "./manual-verdict-store.ts";
import { ruleOfLeaf } from "./rule-of-leaf.ts";
import type { ManualRequest } from "./sql/manual-facts.ts";
import { manualVerdictSql } from "./sql/manual-verdict.ts";
import type { VerdictCell } from "./sql/verdict.ts";
import { countVerdicts, valueOfVerdicts } from "./verdict-store.ts";

/** One figure entered by hand taken apart: what was entered, what of it counts, and what was confirmed since. */
export async function explainManual(
  on: Runner,
  context: MetricContext,
  leaf: ManualTree,
  query: MetricExplainQuery,
): Promise<MetricPart> {
  const { request, cell } = cellOf(context, leaf, query);
  const verdicts = manualVerdictSql(request, cell);
  const counts = await countVerdicts(on, verdicts);
  return {
    rule: ruleOfLeaf(leaf),
    value: await valueOfVerdicts(on, manualAggregate(leaf), verdicts),
    universe: counts.reduce((total, { count }) => total + count, 0),
    in: counts.find(({ reason }) => reason === null)?.count ?? 0,
    out: counts.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
    changes: query.since ? await manualChanges(on, request, cell, new Date(query.since)) : null,
  };
}

/** The entries behind one side of a figure, with who entered and who confirmed them. */
export async function drillManual(
  on: Runner,
  context: MetricContext,
  leaf: ManualTree,
  query: MetricDrillQuery,
): Promise<MetricDrill> {
  const { request, cell } = cellOf(context, leaf, query);
  return { object: MANUAL_OBJECT, ...(await pageOfFigures(on, manualVerdictSql(request, cell), query)) };
}

function cellOf(context: MetricContext, leaf: ManualTree, query: MetricCell) {
  if (query.filter || query.fields.length > 0) throw new Refusal("manual_dimensions", { metric: leaf.key }, ["fields"]);
  const range = rangeOf(query.period, calendarOf(context.world, leaf.body));
  const people = context.figures === "records" ? figuresInSight(context.access) : null;
  const request: ManualRequest = { schema: context.reader.schema, leaf, ranges: [range], asOf: null, people };
  const cell: VerdictCell = {
    range,
    ...(query.member === undefined ? {} : { member: query.member }),
    ...(query.unit === undefined ? {} : { unit: query.unit }),
    values: [],
  };
  return { request, cell };
}
