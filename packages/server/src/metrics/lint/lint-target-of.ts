import { Grain } from "@dabiao/core/calendar/grain.ts";
import { type Period, period as readPeriod } from "@dabiao/core/calendar/period.ts";
import { emptyLeaf, metricValue } from "@dabiao/core/metrics/combine.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { Finding } from "@dabiao/core/metrics/lint/finding.ts";
import { lintTarget } from "@dabiao/core/metrics/lint/lint-target.ts";
import type { LintTarget } from "@dabiao/core/metrics/lint-contract.ts";
import type { KpiBody, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { calendarOf, findMetric, type MetricContext } from "../context.ts";
import { type PastFigure, pastFigures } from "./past-figures.ts";
import { lintContext } from "./publish-check.ts";

/**
 * A target as one types it, held against the past of whoever it is for.
 *
 * @throws Refusal `not_found` for a KPI there is not, or somebody out of the reader's sight
 */
export async function lintTargetOf(
  ws: Workspace,
  access: Access,
  world: World,
  key: string,
  target: LintTarget,
  now: Date,
): Promise<{ findings: Finding[]; past: PastFigure[] }> {
  const kpi = world.get(kpiKind, key);
  const metric = kpi && world.get(metricKind, kpi.metric);
  if (!kpi || !metric) throw new Refusal("not_found", { what: `kpi ${key}` }, ["kpi"]);
  demandSight(access, target);
  const context = lintContext(ws, world, now);
  const past = await pastOfTarget(context, kpi, metric, target);
  return { findings: findingsOfTarget(context, metric, target, past), past };
}

/** The past of whoever the target is for, in periods as long as its own; the company's when nobody is named. */
export async function pastOfTarget(
  context: MetricContext,
  { metric: key, grain }: Pick<KpiBody, "metric" | "grain">,
  metric: MetricBody,
  { member, unit, period }: LintTarget,
): Promise<PastFigure[]> {
  const calendar = calendarOf(context.world, metric);
  const today = dayAt(context.reader.now, calendar.zone);
  const scope = member ? { members: [member] } : unit ? { unit } : {};
  const nothing = metricValue(metricTree(key, findMetric(context.world)), emptyLeaf);
  const own = periodOfTarget(context, metric, period)?.grain;
  return await pastFigures(context, { metric: key, grain: asGrain(own) ?? grain, calendar, today, nothing }, scope);
}

export function findingsOfTarget(
  context: MetricContext,
  metric: MetricBody,
  { amount, period, deadline, linked }: LintTarget,
  past: readonly PastFigure[],
): Finding[] {
  const today = dayAt(context.reader.now, calendarOf(context.world, metric).zone);
  return lintTarget(
    {
      amount: decimal(amount),
      lowerIsBetter: metric.direction === "down",
      period: periodOfTarget(context, metric, period),
      ...(deadline ? { deadline } : {}),
    },
    {
      today,
      history: past.map(({ value }) => (value === null ? null : decimal(value))),
      ...(linked === undefined ? {} : { linked }),
    },
  );
}

/** One sees the past of oneself, of one's own units and of everybody when one may. */
function demandSight(access: Access, { member, unit }: LintTarget): void {
  if (access.can("goals.manage") || access.can("goals.read_all") || access.can("metrics.manage")) return;
  const sees = member
    ? member === access.memberId || access.members("subtree").includes(member)
    : unit !== undefined && access.units("subtree").includes(unit);
  if (!sees) throw new Refusal("not_found", { what: member ? "member" : "unit" });
}

function periodOfTarget(context: MetricContext, metric: MetricBody, key: string): Period | null {
  try {
    return readPeriod(key, calendarOf(context.world, metric));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A period of the company's own making, such as a campaign, or a part of a week has no length that others share. */
function asGrain(grain: Period["grain"] | undefined): Grain | undefined {
  return Grain.safeParse(grain).data;
}
