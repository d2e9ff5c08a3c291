import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { accrues } from "@dabiao/core/metrics/accrues.ts";
import { emptyAnswer } from "@dabiao/core/metrics/combine.ts";
import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { AggregateMeasure, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { type Dimension, MetricQuery } from "@dabiao/core/metrics/query.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { findMetric, type MetricContext } from "../metrics/context.ts";
import { answerMetrics } from "../metrics/query.ts";

/** Metrics one query takes. */
const METRICS_MAX = 12;
/** People a query can name; more are asked for all at once. */
const NAMED_MAX = 200;

export type FigureOf = "member" | "unit" | "company";

/** A figure that will be needed. */
export interface Want {
  readonly metric: string;
  readonly days: DayRange;
  readonly of: FigureOf;
  readonly subject: string;
}

/** Figures by want; a person without any record has what the aggregate says of nothing: 0 or no data (CV-2). */
export interface Figures {
  value(want: Want): string | null;
  /** Records behind it; null where they were not counted. */
  evidence(want: Want): number | null;
}

/**
 * Reads all figures in a few grouped queries: one per span of days and kind of subject, however many people there are.
 */
export async function readFigures(
  context: MetricContext,
  wants: readonly Want[],
  countEvidence: boolean,
): Promise<Figures> {
  const evidenceOf = new Map<string, string[]>();
  const counting = countEvidence ? withCounts(context.world, wants, evidenceOf) : context.world;
  const values = new Map<string, string | null>();
  for (const { days, of, metrics, subjects } of groups(wants)) {
    const counts = metrics.flatMap((metric) => evidenceOf.get(metric) ?? []);
    const asked = [...new Set([...metrics, ...counts])];
    for (let from = 0; from < asked.length; from += METRICS_MAX) {
      const some = asked.slice(from, from + METRICS_MAX);
      const by: Dimension[] = of === "company" ? [] : [{ kind: of }];
      const scope = of === "member" && subjects.size <= NAMED_MAX ? { members: [...subjects] } : {};
      const period = { from: days.start, to: days.end };
      const answer = await answerMetrics(
        { ...context, world: counting },
        MetricQuery.parse({ metrics: some, by, period, scope, limit: 50_000 }),
      );
      const rows = of === "company" ? [{ key: [""], values: answer.total }] : answer.rows;
      for (const row of rows)
        for (const [index, metric] of some.entries())
          values.set(nameOf(metric, days, of, row.key[0] ?? ""), row.values[index] ?? null);
    }
  }
  const found = (metric: string, { days, of, subject }: Want): string | null => {
    const name = nameOf(metric, days, of, of === "company" ? "" : subject);
    return values.has(name) ? (values.get(name) ?? null) : nothing(counting, metric);
  };
  return {
    value: (want) => found(want.metric, want),
    evidence: (want) => {
      const counts = evidenceOf.get(want.metric);
      return counts ? counts.reduce((all, metric) => all + Number(found(metric, want) ?? 0), 0) : null;
    },
  };
}

interface Group {
  readonly days: DayRange;
  readonly of: FigureOf;
  readonly metrics: string[];
  readonly subjects: Set<string>;
}

function groups(wants: readonly Want[]): Group[] {
  const found = new Map<string, { days: DayRange; of: FigureOf; metrics: Set<string>; subjects: Set<string> }>();
  for (const { metric, days, of, subject } of wants) {
    const name = `${of}/${days.start}/${days.end}`;
    let group = found.get(name);
    if (!group) {
      group = { days, of, metrics: new Set(), subjects: new Set() };
      found.set(name, group);
    }
    group.metrics.add(metric);
    group.subjects.add(subject);
  }
  return [...found.values()].map((group) => ({ ...group, metrics: [...group.metrics].sort() }));
}

function nameOf(metric: string, days: DayRange, of: FigureOf, subject: string): string {
  return `${metric}/${days.start}/${days.end}/${of}/${subject}`;
}

/**
 * A world in which every aggregate behind the wanted metrics also has a count of its records. Aggregates over the same
 * records share one, and a wanted metric that is such a count already serves as it is.
 */
function withCounts(world: World, wants: readonly Want[], evidenceOf: Map<string, string[]>): World {
  const find = findMetric(world);
  const counts = new Map<string, { key: string; body: MetricBody | null }>();
  const wanted = [...new Set(wants.map(({ metric }) => metric))].map((metric) => ({
    metric,
    leaves: leavesOf(metricTree(metric, find)).flatMap((leaf) => (leaf.kind === "aggregate" ? [leaf] : [])),
  }));
  for (const { metric, leaves } of wanted)
    for (const { key, measure } of leaves)
      if (key === metric && measure.aggregate === "count")
        counts.set(JSON.stringify(countOf(measure)), { key, body: null });
  for (const { metric, leaves } of wanted) {
    const keys = leaves.map(({ body, measure }) => {
      const name = JSON.stringify(countOf(measure));
      const made = { ...body, unit: { kind: "count" as const, decimals: 0 }, measure: countOf(measure) };
      const count = counts.get(name) ?? { key: `evidence_${counts.size + 1}`, body: made };
      counts.set(name, count);
      return count.key;
    });
    evidenceOf.set(metric, [...new Set(keys)]);
  }
  return worldWith(
    world,
    [...counts.values()].flatMap(({ key, body }) => (body === null ? [] : [{ kind: metricKind.kind, key, body }])),
  );
}

/** The same records, counted; keys in one order, so that equal counts read equal. */
function countOf({ object, filter, date, credit }: AggregateMeasure): AggregateMeasure {
  return { kind: "aggregate", object, aggregate: "count", date, credit, ...(filter === undefined ? {} : { filter }) };
}

function nothing(world: World, metric: string): string | null {
  const body = findMetric(world)(metric);
  if (!body) return null;
  if (body.measure.kind === "aggregate") return emptyAnswer(body.measure.aggregate);
  return body.measure.kind === "formula" && accrues(body) ? "0" : null;
}
