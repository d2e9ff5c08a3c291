import { alignComparison } from "@dabiao/core/calendar/align-comparison.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { period } from "@dabiao/core/calendar/period.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import type { Comparison, ComparisonQuery, GrowthAnswer } from "@dabiao/core/goals/comparison.ts";
import { type Growth, growth, growthPerDay } from "@dabiao/core/metrics/growth.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { calendarOf, metricContext } from "../metrics/context.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { wholeFigure } from "./actuals.ts";
import { figureScope } from "./figure-scope.ts";
import { placedPeople } from "./people-store.ts";

const PLACES = 12;

/**
 * 同比 and 环比 of a figure: the part of the period that has passed against as much of the other one, for whoever
 * stood where at the time, and for those who were there in both.
 *
 * @throws Refusal `not_found` for a metric that is not there, or a subject out of sight; `comparison_base` where the
 *   period has no counterpart
 */
export async function compareKpi(
  ws: Workspace,
  access: Access,
  world: World,
  query: ComparisonQuery,
  now: Date,
): Promise<Comparison> {
  const { subject } = query;
  const scope = figureScope(access, subject);
  const body = world.get(metricKind, query.metric);
  if (!body) throw new Refusal("not_found", { what: `metric ${query.metric}` }, ["metric"]);
  const calendar = calendarOf(world, body);
  const asOf = query.asOf === undefined ? null : new Date(query.asOf);
  const through = dayAt(asOf ?? now, calendar.zone);
  const spans = alignComparison(period(query.period, calendar), through, query.against, calendar, query.alignment);
  if (!spans) throw new Refusal("comparison_base", { period: query.period }, ["period"]);
  const context = metricContext(ws, world, access, now, "company");
  const figure = (range: DayRange, who: { unit?: string; members?: string[] }) =>
    wholeFigure(context, query.metric, range, who, asOf);
  const spanOf = async (range: DayRange) => ({
    from: range.start,
    to: range.end,
    workdays: workdaysBetween(range.start, range.end, calendar),
    value: await figure(range, scope),
  });
  const current = await spanOf(spans.current);
  const base = await spanOf(spans.base);
  return {
    alignment: spans.alignment,
    current: { ...current, value: text(current.value) },
    base: { ...base, value: text(base.value) },
    growth: answer(growth(current.value, base.value)),
    perDay: answer(growthPerDay(current.value, decimal(current.workdays), base.value, decimal(base.workdays))),
    sameMembers: subject.kind === "member" ? null : await overSameMembers(),
  };

  async function overSameMembers(): Promise<Comparison["sameMembers"]> {
    const unit = subject.kind === "unit" ? subject.id : null;
    if (!spans || spans.current.start === spans.current.end) return null;
    const then = new Set((await placedPeople(ws, spans.base, unit)).map(({ id }) => id));
    const members = (await placedPeople(ws, spans.current, unit)).map(({ id }) => id).filter((id) => then.has(id));
    if (members.length === 0) return null;
    const now = await figure(spans.current, { members });
    const before = await figure(spans.base, { members });
    return { members: members.length, current: text(now), base: text(before), growth: answer(growth(now, before)) };
  }
}

function answer(found: Growth | null): GrowthAnswer | null {
  if (found === null) return null;
  const difference = shown(found.difference);
  return found.kind === "rate"
    ? { kind: "rate", rate: shown(found.rate), difference }
    : { kind: "word", word: found.word, difference };
}

function text(value: Decimal | null): string | null {
  return value === null ? null : shown(value);
}

function shown(value: Decimal): string {
  return value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
}
