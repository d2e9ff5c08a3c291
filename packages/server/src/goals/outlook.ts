import { addDays, earlier } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { type Period, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { endOfWorkday, isProvisional, listWorkdays } from "@dabiao/core/calendar/workdays.ts";
import type { Outlook, OutlookQuery } from "@dabiao/core/goals/outlook.ts";
import { projectionRange, runRate, runRateAlongCurve, trailingRunRate } from "@dabiao/core/metrics/run-rate.ts";
import { timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { Decimal, decimal, ratio, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { metricContext } from "../metrics/context.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { dailyFigures, wholeFigure } from "./actuals.ts";
import { cellOf } from "./board-columns.ts";
import { figureScope } from "./figure-scope.ts";
import { type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { ownTime } from "./own-time.ts";
import { placedPeople } from "./people-store.ts";
import { openTargets } from "./target-book.ts";

/** The last working days that the trailing projection carries on. */
const TRAILING_DAYS = 5;
/** Earlier periods whose course is taken for the usual one; of years only the last. */
const PAST_PERIODS = 3;
const PLACES = 12;

/**
 * Where a cell of the board will end: as fast as so far, as fast as the last days, and along the usual course of the
 * periods before.
 *
 * @throws Refusal `not_found` for a subject out of sight
 * @source SPEC.md K-10
 */
export async function outlook(
  ws: Workspace,
  access: Access,
  world: World,
  query: OutlookQuery,
  now: Date,
): Promise<Outlook> {
  const { subject } = query;
  const scope = figureScope(access, subject);
  const kpi = openKpi(world, query.kpi);
  const period = periodIn(kpi, query.period);
  const asOf = query.asOf === undefined ? null : new Date(query.asOf);
  const through = dayAt(asOf ?? now, kpi.calendar.zone);
  const context = metricContext(ws, world, access, now, "company");
  const { metric } = kpi.body;
  const people = await placedPeople(ws, period, subject.kind === "unit" ? subject.id : null);
  const book = await openTargets(ws, kpi.key, period, kpi.calendar, people, asOf);
  const own = ownTime(kpi, period, through, book);
  const time = subject.kind === "member" ? own.of(subject.id) : own.all;
  const actual = await wholeFigure(context, metric, period, scope, asOf);
  const who = { kind: subject.kind, id: subject.kind === "company" ? null : subject.id };
  const cell = cellOf({ kpi, time: own, targets: book }, who, actual?.toFixed() ?? null);
  const target = cell.target === null ? null : decimal(cell.target);
  const answer = {
    cell,
    time: {
      elapsed: time.elapsed,
      total: time.total,
      remaining: time.remaining,
      provisional: isProvisional(period, kpi.calendar),
    },
  };
  if (!kpi.accrues) return { ...answer, projections: [], low: null, high: null, course: [] };
  const daily = await dailyFigures(context, metric, period, scope, asOf);
  const past = pastPeriods(kpi, period);
  const from = past.at(-1)?.start;
  const history =
    from === undefined
      ? new Map<string, Decimal>()
      : await dailyFigures(context, metric, { start: from, end: period.start }, scope, asOf);
  const projections = [
    runRate(actual, time),
    runRateAlongCurve(actual, time.elapsed === 0 ? null : usualShare(kpi, past, history, time.elapsed)),
    trailingRunRate(actual, lastDays(kpi, period, through, daily), time.remaining),
  ].filter((each) => each !== null);
  const range = projectionRange(projections);
  return {
    ...answer,
    projections: projections.map(({ method, value }) => ({ method, value: shown(value) })),
    low: range && shown(range.low),
    high: range && shown(range.high),
    course: course(),
  };

  function course(): Outlook["course"] {
    let done = ZERO;
    const points: Outlook["course"] = [];
    for (let day = period.start; day < earlier(addDays(through, 1), period.end); day = addDays(day, 1)) {
      done = done.plus(daily.get(day) ?? ZERO);
      const { progress } = timeProgress(period, addDays(day, 1), kpi.calendar);
      const expected = target === null || progress === null ? null : shown(target.times(progress));
      points.push({ day, actual: shown(done), expected });
    }
    return points;
  }
}

/** The newest first; a custom period has none before it. */
function pastPeriods(kpi: OpenKpi, period: Period): Period[] {
  const found: Period[] = [];
  let next = previousPeriod(period, kpi.calendar);
  while (next && found.length < (period.grain === "year" ? 1 : PAST_PERIODS)) {
    found.push(next);
    next = previousPeriod(next, kpi.calendar);
  }
  return found;
}

/** How much of a period's result was usually there after as many working days. */
function usualShare(
  kpi: OpenKpi,
  past: readonly Period[],
  history: ReadonlyMap<string, Decimal>,
  elapsed: number,
): Decimal | null {
  const within = (range: DayRange) =>
    sum([...history].filter(([day]) => day >= range.start && day < range.end).map(([, value]) => value));
  const whole = sum(past.map(within));
  const done = sum(
    past.map((range) => within({ start: range.start, end: endOfWorkday(range, elapsed, kpi.calendar) })),
  );
  return whole.gt(0) && done.gt(0) ? ratio(done, whole) : null;
}

/** Results of the last working days that have passed, each with those of the days off after it. */
function lastDays(kpi: OpenKpi, period: Period, through: string, daily: ReadonlyMap<string, Decimal>): Decimal[] {
  const end = earlier(through, period.end);
  if (end <= period.start) return [];
  const days = listWorkdays(period.start, end, kpi.calendar).slice(-TRAILING_DAYS);
  return days.map((day, index) => {
    const next = days[index + 1] ?? end;
    return sum([...daily].filter(([at]) => at >= day && at < next).map(([, value]) => value));
  });
}

function shown(value: Decimal): string {
  return value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
}
