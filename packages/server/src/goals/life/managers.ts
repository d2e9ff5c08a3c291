import { isNearThreshold, managerGoal, teamTotal } from "@dabiao/core/goals/manager-goal.ts";
import { compareTo } from "@dabiao/core/metrics/pace.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../../metrics/context.ts";
import { answerMetrics } from "../../metrics/query.ts";
import { visibleSubjects } from "../goal-rights.ts";
import { openKpi, periodIn } from "../kpi.ts";
import { placedPeople } from "../people-store.ts";
import { openTargets } from "../target-book.ts";
import { ledUnits, managersChanges } from "./manager-store.ts";
import { goalRules } from "./rules.ts";

const CHANGES_MAX = 50;

/** What every manager answers for by the company's rule, beside what was set for the unit. */
export async function managerGoals({ ws, world, access }: MetricContext, query: { kpi: string; period: string }) {
  const kpi = openKpi(world, query.kpi);
  const period = periodIn(kpi, query.period);
  const rule = goalRules(world).manager;
  const placed = await placedPeople(ws, period, null);
  const book = await openTargets(ws, kpi.key, period, kpi.calendar, placed, null);
  const visible = visibleSubjects(access);
  const units = (await ledUnits(ws)).filter(({ id }) => visible({ kind: "unit", id }));
  return {
    rule,
    managers: units.map(({ id, name, leaderId, leaderName }) => {
      const people = placed.filter(({ path }) => path.includes(id));
      const others = people.flatMap((person) => (person.id === leaderId ? [] : (book.member(person.id) ?? [])));
      const own = book.member(leaderId);
      return {
        unit: { id, name },
        leader: { id: leaderId, name: leaderName },
        others: teamTotal(others, null).toFixed(),
        own: own?.toFixed() ?? null,
        total: teamTotal(others, own).toFixed(),
        goal: managerGoal(rule, others, own).toFixed(),
        set: book.nominal("unit", id)?.toFixed() ?? null,
      };
    }),
  };
}

/**
 * Changes of goals that managers made in units they lead, with their unit's attainment before and after at that moment:
 * those close to the own threshold are marked for review (13 to 15 % of goal changes are made for one's own incentive).
 *
 * @source SPEC.md G-13
 */
export async function nearChanges(context: MetricContext, query: { kpi: string; period: string }) {
  const { ws, world, access } = context;
  if (!access.can("goals.read_all")) access.demand("goals.manage");
  const kpi = openKpi(world, query.kpi);
  const period = periodIn(kpi, query.period);
  const within = decimal(goalRules(world).nearThreshold);
  const made = await managersChanges(ws, kpi.key, period.key, CHANGES_MAX + 1);
  const changes = [];
  for (const { unitId, by, before, after, ...change } of made.slice(0, CHANGES_MAX)) {
    const answer = await answerMetrics(
      context,
      MetricQuery.parse({
        metrics: [kpi.body.metric],
        period: query.period,
        scope: { unit: unitId },
        asOf: change.at.toISOString(),
      }),
    );
    const actual = answer.total[0] == null ? null : decimal(answer.total[0]);
    const [old, fresh] = [compareTo(actual, before, kpi.direction), compareTo(actual, after, kpi.direction)];
    changes.push({
      ...change,
      at: change.at.toISOString(),
      manager: by,
      period: period.key,
      goalBefore: before.toFixed(),
      goalAfter: after.toFixed(),
      attainBefore: old?.toDecimalPlaces(6).toFixed() ?? null,
      attainAfter: fresh?.toDecimalPlaces(6).toFixed() ?? null,
      near: isNearThreshold(old, fresh, within),
    });
  }
  return { changes, truncated: made.length > CHANGES_MAX };
}
