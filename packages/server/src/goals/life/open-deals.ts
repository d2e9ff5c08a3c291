import { addMonths } from "@dabiao/core/calendar/day.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { AggregateMeasure, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { type Decimal, decimal, ratio, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { Condition, Filter } from "@dabiao/core/records/filter.ts";
import { findMetric, type MetricContext } from "../../metrics/context.ts";
import { answerMetrics } from "../../metrics/query.ts";
import type { OpenKpi } from "../kpi.ts";

/** What somebody's open deals that are due in a period promise. */
export interface OpenDeals {
  readonly deals: number;
  readonly amount: Decimal;
  readonly winRate: Decimal;
}

/** The company's win rate counts as so many closed deals of one's own. */
const PRIOR_CLOSED = decimal(10);

/**
 * Open deals by member: those the company's own pipeline metric places in the period, and how often the member's deals
 * of the last twelve months were won, drawn to the company's rate where few were closed.
 *
 * @returns `null` where the KPI rests on no object with stages, or no metric says when open deals are due
 * @source SPEC.md P-07, A14
 */
export async function openDeals(
  context: MetricContext,
  kpi: OpenKpi,
  period: Period,
  today: string,
): Promise<Map<string, OpenDeals> | null> {
  const metrics = pipelineMetrics(context.world, kpi);
  if (!metrics) return null;
  const world = worldWith(
    context.world,
    Object.entries(metrics).map(([key, body]) => ({ kind: metricKind.kind, key: `odds_${key}`, body })),
  );
  const within: MetricContext = { ...context, world, reader: { ...context.reader, world } };
  const ask = async (keys: readonly string[], range: { from: string; to: string }) => {
    const query = { metrics: keys.map((key) => `odds_${key}`), by: [{ kind: "member" }], period: range, limit: 50_000 };
    return await answerMetrics(within, MetricQuery.parse(query));
  };
  const closed = await ask(["won", "lost"], { from: addMonths(today, -12), to: today });
  const rates = new Map(closed.rows.map(({ key: [id], values }) => [id, values]));
  const all = winRate(closed.total, ZERO, null);
  const open = await ask(["amount", "count"], { from: today > period.start ? today : period.start, to: period.end });
  return new Map(
    open.rows.flatMap(({ key: [id], values: [amount, count] }) => {
      if (id == null || amount == null || count == null || all === null) return [];
      const rate = winRate(rates.get(id) ?? [], PRIOR_CLOSED, all) ?? all;
      return [[id, { deals: Number(count), amount: decimal(amount), winRate: rate }]];
    }),
  );
}

function winRate([won, lost]: readonly (string | null)[], prior: Decimal, usual: Decimal | null): Decimal | null {
  const wins = decimal(won ?? 0);
  const closed = wins.plus(lost ?? 0);
  return ratio(wins.plus((usual ?? ZERO).times(prior)), closed.plus(prior));
}

const built = new WeakMap<World, Map<string, ReturnType<typeof build>>>();

function pipelineMetrics(world: World, kpi: OpenKpi) {
  const known = built.get(world) ?? new Map<string, ReturnType<typeof build>>();
  built.set(world, known);
  if (!known.has(kpi.key)) known.set(kpi.key, build(world, kpi));
  return known.get(kpi.key) ?? null;
}

/** The KPI's own measure over open, won and lost deals; what is due when, a metric of the company's over open deals says. */
function build(world: World, kpi: OpenKpi): Record<"amount" | "count" | "won" | "lost", MetricBody> | null {
  const [leaf, ...others] = leavesOf(metricTree(kpi.body.metric, findMetric(world)));
  if (leaf?.measure.kind !== "aggregate" || others.length > 0) return null;
  const own = leaf.measure;
  if (own.aggregate !== "sum" && own.aggregate !== "count") return null;
  const stage = findObject(world, own.object)?.stage;
  if (!stage) return null;
  const stagesOf = (type: string) =>
    Object.entries(stage.types)
      .filter(([, each]) => each === type)
      .map(([key]) => key);
  const notOpen = new Set([...stagesOf("won"), ...stagesOf("lost")]);
  const due = world.list(metricKind).find(({ body: { measure } }) => {
    if (measure.kind !== "aggregate" || measure.object !== own.object || measure.date === own.date) return false;
    const stages = chosenStages(measure.filter, stage.field);
    return stages !== null && stages.length > 0 && stages.every((each) => !notOpen.has(each));
  });
  if (due?.body.measure.kind !== "aggregate") return null;
  const { filter, date } = due.body.measure;
  const of = (measure: Partial<AggregateMeasure>): MetricBody => ({
    ...leaf.body,
    measure: { ...own, ...measure },
  });
  const closedAs = (type: "won" | "lost") =>
    of({ aggregate: "count", filter: { field: [stage.field], op: "in", value: stagesOf(type) } });
  return {
    amount: of({ filter, date, credit: { kind: "owner", at: "current" } }),
    count: of({ filter, date, aggregate: "count", credit: { kind: "owner", at: "current" } }),
    won: closedAs("won"),
    lost: closedAs("lost"),
  };
}

/** The stages a filter lets through, where it is one condition on the stage (alone or among others). */
function chosenStages(filter: Filter | undefined, field: string): string[] | null {
  if (!filter) return null;
  if ("and" in filter) return filter.and.map((each) => chosenStages(each, field)).find((each) => each !== null) ?? null;
  if ("or" in filter || "not" in filter) return null;
  const { field: path, op, value } = filter as Condition;
  if (path.length !== 1 || path[0] !== field) return null;
  if (op === "eq" && typeof value === "string") return [value];
  return op === "in" && Array.isArray(value) ? value.map(String) : null;
}
