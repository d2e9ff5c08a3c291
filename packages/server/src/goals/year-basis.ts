import { earlier, later } from "@dabiao/core/calendar/day.ts";
import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import type { YearPlan } from "@dabiao/core/goals/contract.ts";
import { type PeriodTree, periodTree, weightsUp } from "@dabiao/core/goals/period-tree.ts";
import { historyWeights } from "@dabiao/core/goals/split-weights.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { actualsBy, dailyFigures } from "./actuals.ts";
import { demandStep, type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { type Placed, placedPeople } from "./people-store.ts";

/** What a plan is computed from, read before anything is locked. */
export interface YearBasis {
  readonly kpi: OpenKpi;
  readonly tree: PeriodTree;
  /** One per period of the tree. */
  readonly periodWeights: readonly Decimal[];
  readonly people: readonly Placed[];
  /** One per person. */
  readonly memberWeights: readonly Decimal[];
  readonly kind: "history" | "workdays";
}

/**
 * Reads last year's shape: how the company's result spread over the months, and over the people. Without any result
 * last year the months follow their working days and everybody gets the same.
 *
 * @throws Refusal `forbidden`, `target_not_additive`, `target_split_period`, `target_split_nobody`, `target_step`
 */
export async function readYearBasis(context: MetricContext, plan: YearPlan): Promise<YearBasis> {
  context.access.demand("goals.manage");
  const kpi = openKpi(context.world, plan.kpi);
  if (!kpi.accrues) throw new Refusal("target_not_additive", { kpi: plan.kpi });
  demandStep(kpi, decimal(plan.amount));
  const year = periodIn(kpi, plan.period);
  const base = lastYearOf(year, kpi.calendar);
  if (!base) throw new Refusal("target_split_period", { period: plan.period }, ["period"]);
  const placed = await placedPeople(context.ws, year, null);
  const wanted = plan.members && new Set(plan.members);
  const people = wanted ? placed.filter(({ id }) => wanted.has(id)) : placed;
  if (people.length === 0) throw new Refusal("target_split_nobody", { amount: plan.amount });
  const results = await actualsBy(context, kpi, base, { kind: "member" });
  const tree = periodTree(year, kpi.calendar, plan.grain);
  const { kind, periodWeights } = await weightsOf(context, kpi, tree);
  return {
    kpi,
    tree,
    people,
    kind,
    periodWeights,
    memberWeights: historyWeights(
      people.map(({ id }) => results.get(id) ?? null),
      decimal(plan.newcomers),
    ),
  };
}

/** Months by last year's results, weeks inside them by working days; all by working days without results. */
async function weightsOf(
  context: MetricContext,
  kpi: OpenKpi,
  tree: PeriodTree,
): Promise<{ kind: YearBasis["kind"]; periodWeights: Decimal[] }> {
  const workdays = ({ start, end }: Period) => decimal(workdaysBetween(start, end, kpi.calendar));
  const months = tree.periods.filter(({ grain }) => grain === "month");
  const bases = months.map((month) => lastYearOf(month, kpi.calendar));
  const from = bases.reduce((first, base) => (base ? earlier(base.start, first) : first), "9999-12-31");
  const to = bases.reduce((last, base) => (base ? later(base.end, last) : last), "");
  const days = from < to ? [...(await dailyFigures(context, kpi.body.metric, { start: from, end: to }, {}, null))] : [];
  const results = new Map(
    months.map((month, index) => {
      const base = bases[index];
      const values = days.flatMap(([day, value]) => (base && day >= base.start && day < base.end ? [value] : []));
      const total = sum(values);
      return [month.key, total.isNegative() ? ZERO : total];
    }),
  );
  const kind = sum(results.values()).isZero() ? "workdays" : "history";
  const ofMonth = (period: Period) => (kind === "history" ? results.get(period.key) : undefined) ?? workdays(period);
  return { kind, periodWeights: weightsUp(tree, ofMonth, sum, ({ grain }) => grain === "month") };
}
