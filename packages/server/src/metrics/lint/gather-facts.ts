import { instantsOf } from "@dabiao/core/calendar/business-date.ts";
import { periodOf } from "@dabiao/core/calendar/period.ts";
import { emptyLeaf, metricValue } from "@dabiao/core/metrics/combine.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { leavesOf, type MetricTree, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { FillRate, KpiFacts, NamedPeople } from "@dabiao/core/metrics/lint/kpi-facts.ts";
import type { KpiBody, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { dependantsOf } from "@dabiao/core/model/dependants.ts";
import { stableText } from "@dabiao/core/model/json-value.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { KINDS } from "@dabiao/core/model/kinds.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { calendarOf, findMetric, type MetricContext } from "../context.ts";
import { fillRates } from "./fill-rate-store.ts";
import type { KpiUsage } from "./kpi-usage.ts";
import { membersMeant } from "./named-people-store.ts";
import { type PastFigure, pastFigures } from "./past-figures.ts";
import { publicationsSince } from "./publications-store.ts";

export interface Gathered extends KpiFacts {
  /** Figures of the last full periods, oldest first. */
  readonly past: readonly PastFigure[];
}

/** What the company's data says about a KPI as the context's world has it; `before` is the world in force. */
export async function gatherFacts(
  context: MetricContext,
  before: World,
  key: string,
  body: KpiBody,
  usage: KpiUsage,
): Promise<Gathered> {
  const { ws, world, reader } = context;
  const metric = world.get(metricKind, body.metric);
  const tree = treeOf(world, body.metric);
  if (metric === undefined || tree === null) return { metric, tree: null, past: [] };
  const calendar = calendarOf(world, metric);
  const today = dayAt(reader.now, calendar.zone);
  const { grain } = body;
  const nothing = metricValue(tree, emptyLeaf);
  const past = await pastFigures(context, { metric: body.metric, grain, calendar, today, nothing });
  const last = past.at(-1);
  const period = periodOf(today, grain, calendar);
  const targets = await usage.targets(ws, key, today, calendar);
  const since = new Date(instantsOf(period, calendar).from);
  const metrics = [body.metric, ...leavesOf(tree).map((leaf) => leaf.key)];
  return {
    metric,
    tree,
    past,
    lastPeriod: last ? { key: last.period, value: last.value } : { key: period.key, value: nothing },
    fillRates: await ratesOf(context, tree),
    people: await peopleOf(ws, tree, body),
    attained: await usage.attained(context, key, body, calendar, today),
    uses: targets + dependantsOf(KINDS, world, { kind: kpiKind.kind, key }).length,
    change: {
      isMeaning: meaningChanged(before, key, body, metric),
      targets,
      before: await publicationsSince(ws, key, metrics, since),
      period: period.key,
    },
  };
}

function treeOf(world: World, key: string): MetricTree | null {
  try {
    return metricTree(key, findMetric(world));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function ratesOf({ ws, reader }: MetricContext, tree: MetricTree): Promise<FillRate[]> {
  const rates: FillRate[] = [];
  for (const leaf of leavesOf(tree)) if (leaf.kind === "aggregate") rates.push(...(await fillRates(ws, reader, leaf)));
  return [...new Map(rates.map((rate) => [`${rate.object} ${rate.field}`, rate])).values()];
}

async function peopleOf(ws: Workspace, tree: MetricTree, { owner }: KpiBody): Promise<NamedPeople> {
  const [manual] = leavesOf(tree).flatMap((leaf) => (leaf.kind === "manual" ? [leaf.measure] : []));
  return {
    owner: owner ? await membersMeant(ws, owner) : [],
    inputter: manual ? await membersMeant(ws, manual.inputter) : [],
    confirmer: manual ? await membersMeant(ws, manual.confirmer) : [],
  };
}

/** Whether a publication changes what the figure means and not only how it is named or explained. */
function meaningChanged(before: World, key: string, body: KpiBody, metric: MetricBody): boolean {
  const old = before.get(kpiKind, key);
  if (!old) return false;
  const oldMetric = before.get(metricKind, old.metric);
  return stableText(meaning(old, oldMetric)) !== stableText(meaning(body, metric));
}

function meaning({ metric, grain, target, thresholds, step }: KpiBody, body: MetricBody | undefined) {
  const { measure, unit, direction, calendar } = body ?? {};
  return { metric, grain, target, thresholds, step, measure, unit, direction, calendar };
}
