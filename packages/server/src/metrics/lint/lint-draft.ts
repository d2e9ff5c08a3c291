import { period as readPeriod } from "@dabiao/core/calendar/period.ts";
import { emptyLeaf, metricValue } from "@dabiao/core/metrics/combine.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { type Finding, lintScore } from "@dabiao/core/metrics/lint/finding.ts";
import { lintKpi } from "@dabiao/core/metrics/lint/lint-kpi.ts";
import { lintTarget } from "@dabiao/core/metrics/lint/lint-target.ts";
import type { KpiLint, KpiLintRequest } from "@dabiao/core/metrics/lint-contract.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../../model/world.ts";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { calendarOf, type MetricContext } from "../context.ts";
import { type Gathered, gatherFacts } from "./gather-facts.ts";
import type { KpiUsage } from "./kpi-usage.ts";
import { type PastFigure, pastFigures } from "./past-figures.ts";
import { lintContext } from "./publish-check.ts";

/** A KPI, and perhaps a target of it, held against SMART on the company's data, before anything is kept. */
export async function lintDraft(
  ws: Workspace,
  access: Access,
  { key, body, metric, target }: KpiLintRequest,
  usage: KpiUsage,
  now: Date,
): Promise<KpiLint> {
  if (!access.can("metrics.manage")) access.demand("goals.manage");
  const before = await world(ws);
  const drafted = worldWith(before, [
    { kind: kpiKind.kind, key, body },
    ...(metric ? [{ kind: metricKind.kind, key: body.metric, body: metric }] : []),
  ]);
  const context = lintContext(ws, drafted, now);
  const facts = await gatherFacts(context, before, key, body, usage);
  const past = target ? await pastOf(context, body, facts, target) : facts.past;
  const found = lintKpi(body, facts);
  // Of a KPI with a target at hand, what is said about reaching it is said about that target.
  const ofKpi = target ? found.filter(({ letter }) => letter !== "A") : found;
  const findings = [...ofKpi, ...(target ? lintTargetOf(context, facts, target, past) : [])];
  return { findings, score: lintScore(findings), past: [...past] };
}

type Target = NonNullable<KpiLintRequest["target"]>;

/** The past of whoever the target is for; the company's when nobody is named. */
async function pastOf(
  context: MetricContext,
  { metric, grain }: KpiLintRequest["body"],
  { metric: body, tree }: Gathered,
  { member, unit }: Target,
): Promise<PastFigure[]> {
  if (!body || !tree) return [];
  const calendar = calendarOf(context.world, body);
  const today = dayAt(context.reader.now, calendar.zone);
  const scope = member ? { members: [member] } : unit ? { unit } : {};
  const nothing = metricValue(tree, emptyLeaf);
  return await pastFigures(context, { metric, grain, calendar, today, nothing }, scope);
}

function lintTargetOf(
  context: MetricContext,
  { metric }: Gathered,
  { amount, period, deadline, linked }: Target,
  past: readonly PastFigure[],
): Finding[] {
  if (!metric) return [];
  const calendar = calendarOf(context.world, metric);
  const today = dayAt(context.reader.now, calendar.zone);
  return lintTarget(
    {
      amount: decimal(amount),
      lowerIsBetter: metric.direction === "down",
      period: known(() => readPeriod(period, calendar)),
      ...(deadline ? { deadline } : {}),
    },
    {
      today,
      history: past.map(({ value }) => (value === null ? null : decimal(value))),
      ...(linked === undefined ? {} : { linked }),
    },
  );
}

function known<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
