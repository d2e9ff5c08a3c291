import { addDays, daysBetween, earlier, later } from "@dabiao/core/calendar/day.ts";
import { type Period, periodOf } from "@dabiao/core/calendar/period.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import type { FunnelLine } from "@dabiao/core/goals/odds-contract.ts";
import { type FunnelProposal, type FunnelRecord, reverseFunnel } from "@dabiao/core/goals/reverse-funnel.ts";
import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../../metrics/context.ts";
import { answerMetrics } from "../../metrics/query.ts";
import { visibleSubjects } from "../goal-rights.ts";
import { type OpenKpi, openKpi, periodIn } from "../kpi.ts";
import { placedPeople } from "../people-store.ts";
import { readStandings } from "../standing-store.ts";
import { openTargets } from "../target-book.ts";
import { readLives } from "./lives-store.ts";
import { goalRules } from "./rules.ts";

const LINES_MAX = 500;
/** Working days of an ordinary week. */
const WEEK = 5;

export interface FunnelQuestion {
  readonly kpi: string;
  readonly period: string;
  readonly activity: string;
  readonly unit?: string | undefined;
  readonly members?: readonly string[] | undefined;
  readonly result?: string | undefined;
  readonly weeks: number;
}

/**
 * What each person's result takes in activity a week: from own conversion and ticket size, drawn to the team's where
 * there is little of one's own. Nothing is written: the manager accepts line by line.
 *
 * @throws Refusal `funnel_activity` for an activity that does not add up
 * @source SPEC.md A8
 */
export async function proposeActivity(context: MetricContext, question: FunnelQuestion) {
  const { ws, world, access, reader } = context;
  const kpi = openKpi(world, question.kpi);
  const activity = openKpi(world, question.activity);
  if (!activity.accrues || !kpi.accrues)
    throw new Refusal("funnel_activity", { kpi: question.activity }, ["body", "activity"]);
  const period = periodIn(kpi, question.period);
  const today = dayAt(reader.now, kpi.calendar.zone);
  const placed = await placedPeople(ws, period, question.unit ?? null);
  const visible = visibleSubjects(access);
  const chosen = question.members === undefined ? null : new Set(question.members);
  const people = placed.filter(({ id }) => visible({ kind: "member", id }) && (chosen === null || chosen.has(id)));
  const records = await readRecords(context, kpi, activity, { from: addDays(today, -7 * question.weeks), to: today });
  const done = await resultsBy(context, kpi.body.metric, { from: period.start, to: period.end });
  const book = await openTargets(ws, kpi.key, period, kpi.calendar, placed, null);
  const weeks = weeksLeft(period, today, activity);
  const standing = await standingWeeks(context, activity, weeks);
  const options = {
    weeks: decimal(weeks.reduce((days, week) => days + week.workdays, 0)).div(WEEK),
    step: activity.step,
    cap: decimal(goalRules(world).processCap),
  };
  const since = addDays(today, -7 * question.weeks);
  const lives = await readLives(ws, world, { start: since, end: today }, activity.key);
  const record = (key: string | null): FunnelRecord => ({
    ...(records.get(key ?? "") ?? { activity: ZERO, deals: ZERO, result: ZERO }),
    weeks: weeksHere(lives.get(key ?? "")?.joinedOn ?? since, since, today),
  });
  const team = teamOf(
    people.map(({ id }) => record(id)),
    record(null),
  );
  const lines = people.slice(0, LINES_MAX).flatMap(({ id, name }): FunnelLine[] => {
    const target = question.result === undefined ? book.member(id) : decimal(question.result);
    if (target === null) return [];
    const result = Decimal.max(target.minus(done.get(id) ?? ZERO), ZERO);
    const proposal = reverseFunnel(result, record(id), team, options);
    return [
      {
        member: { id, name },
        result: result.toFixed(),
        proposal: proposal && shown(proposal),
        standing: standing.get(id) ?? [],
      },
    ];
  });
  return {
    weeks,
    team: { activity: team.activity.toFixed(), deals: team.deals.toFixed(), result: team.result.toFixed() },
    lines,
    truncated: people.length > LINES_MAX,
  };
}

/** How many of the weeks looked back on somebody was there: a newcomer's pace is that of the own weeks. */
function weeksHere(joinedOn: string, since: string, today: string): number {
  return Math.max(1, Math.ceil(daysBetween(later(joinedOn, since), today) / 7));
}

/** Weeks that are not over, with the working days that are left of them inside the period. */
function weeksLeft(period: Period, today: string, { calendar }: OpenKpi): { period: string; workdays: number }[] {
  const weeks: { period: string; workdays: number }[] = [];
  let day = today > period.start ? today : period.start;
  while (day < period.end && weeks.length < 60) {
    const week = periodOf(day, "week", calendar);
    const end = earlier(week.end, period.end);
    weeks.push({ period: week.key, workdays: workdaysBetween(day, end, calendar) });
    day = week.end;
  }
  return weeks.filter(({ workdays }) => workdays > 0);
}

type Counted = Omit<FunnelRecord, "weeks">;

/** Activity, deals and result of everybody over some days; the whole company's stands under no name. */
async function readRecords(
  context: MetricContext,
  kpi: OpenKpi,
  activity: OpenKpi,
  range: { from: string; to: string },
): Promise<Map<string, Counted>> {
  const deals = dealCount(kpi.metric);
  const replaced = deals ? [{ kind: metricKind.kind, key: "funnel_deals", body: deals }] : [];
  const world = worldWith(context.world, replaced);
  const within: MetricContext = { ...context, world, reader: { ...context.reader, world } };
  const metrics = [activity.body.metric, deals ? "funnel_deals" : kpi.body.metric, kpi.body.metric];
  const query = MetricQuery.parse({ metrics, by: [{ kind: "member" }], period: range, limit: 50_000 });
  const answer = await answerMetrics(within, query);
  const counted = ([done, won, result]: readonly (string | null)[]): Counted => ({
    activity: decimal(done ?? 0),
    deals: decimal(won ?? 0),
    result: decimal(result ?? 0),
  });
  return new Map([
    ["", counted(answer.total)] as const,
    ...answer.rows.flatMap(({ key: [id], values }) => (id == null ? [] : [[id, counted(values)] as const])),
  ]);
}

/** How many records make a sum; null where the result itself is what is counted. */
function dealCount(metric: MetricBody): MetricBody | null {
  if (metric.measure.kind !== "aggregate" || metric.measure.aggregate !== "sum") return null;
  const { value: _value, ...measure } = metric.measure;
  return { ...metric, unit: { kind: "count", decimals: 0 }, measure: { ...measure, aggregate: "count" } };
}

async function resultsBy(context: MetricContext, metric: string, range: { from: string; to: string }) {
  const query = MetricQuery.parse({ metrics: [metric], by: [{ kind: "member" }], period: range, limit: 50_000 });
  const answer = await answerMetrics(context, query);
  return new Map(
    answer.rows.flatMap(({ key: [id], values: [value] }) =>
      id == null || value == null ? [] : [[id, decimal(value)]],
    ),
  );
}

async function standingWeeks(context: MetricContext, activity: OpenKpi, weeks: readonly { period: string }[]) {
  const rows = await readStandings(
    context.ws,
    activity.key,
    weeks.map(({ period }) => period),
  );
  const byMember = new Map<string, { period: string; amount: string }[]>();
  for (const { kind, id, period, amount } of rows) {
    if (kind !== "member") continue;
    byMember.set(id, [...(byMember.get(id) ?? []), { period, amount: amount.toFixed() }]);
  }
  return byMember;
}

/** The people asked about together; where they did too little to say anything, the whole company. */
function teamOf(records: readonly FunnelRecord[], company: FunnelRecord): FunnelRecord {
  const add = (read: (record: FunnelRecord) => Decimal) =>
    records.reduce((total, record) => total.plus(read(record)), ZERO);
  const team = {
    activity: add((each) => each.activity),
    deals: add((each) => each.deals),
    result: add((each) => each.result),
  };
  return team.deals.gte(WEEK) ? { ...team, weeks: company.weeks } : company;
}

function shown(proposal: FunnelProposal): NonNullable<FunnelLine["proposal"]> {
  const text = (value: Decimal, places = 2) => value.toDecimalPlaces(places).toFixed();
  return {
    ...proposal,
    perWeek: proposal.perWeek.toFixed(),
    deals: text(proposal.deals),
    activity: text(proposal.activity),
    ticket: text(proposal.ticket),
    conversion: text(proposal.conversion, 6),
    sample: { activity: proposal.sample.activity.toFixed(), deals: proposal.sample.deals.toFixed() },
    pace: proposal.pace && text(proposal.pace),
    uncapped: proposal.uncapped?.toFixed() ?? null,
    savedByFivePoints: proposal.savedByFivePoints.toFixed(),
  };
}
