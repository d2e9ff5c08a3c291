import type { Period } from "@dabiao/core/calendar/period.ts";
import { seasonFactors } from "@dabiao/core/goals/comparable-results.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import { type Decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import type { MetricContext } from "../../metrics/context.ts";
import { type OpenKpi, openKpi, periodIn } from "../kpi.ts";
import { type Placed, placedPeople } from "../people-store.ts";
import { openTargets, type TargetBook } from "../target-book.ts";
import { headsOn, rootUnit } from "./heads-store.ts";
import { companyResults, type Results, resultsOver } from "./history.ts";
import { type LifeBook, openLifeBook } from "./life-book.ts";
import { type OpenDeals, openDeals } from "./open-deals.ts";
import { type PastPeriods, pastPeriods } from "./past-periods.ts";

/** Colleagues whose results stand in for a newcomer's; more of them change nothing. */
const PEERS_MAX = 60;

/** All that the chances of a period rest on, read once for everybody asked about. */
export interface Ground {
  readonly kpi: OpenKpi;
  readonly period: Period;
  readonly past: PastPeriods;
  readonly season: readonly (Decimal | null)[];
  readonly timeLeft: number;
  readonly people: ReadonlyMap<string, Placed>;
  readonly peers: ReadonlyMap<string, readonly string[]>;
  readonly lives: LifeBook;
  readonly book: TargetBook;
  readonly members: Results;
  readonly units: Results;
  readonly heads: ReadonlyMap<string, number>;
  readonly deals: ReadonlyMap<string, OpenDeals> | null;
  readonly root: string | null;
}

/** Reads it: one grouped query for the people's results, one for the units', two for the open deals. */
export async function readGround(
  context: MetricContext,
  { kpi: key, period: periodKey }: { readonly kpi: string; readonly period: string },
  subjects: readonly Subject[],
): Promise<Ground> {
  const { ws, world, reader } = context;
  const kpi = openKpi(world, key);
  const period = periodIn(kpi, periodKey);
  const today = dayAt(reader.now, kpi.calendar.zone);
  const past = pastPeriods(kpi, period, today);
  const placed = await placedPeople(ws, period, null);
  const units = subjects.flatMap((subject) => (subject.kind === "unit" ? [subject.id] : []));
  const root = subjects.some(({ kind }) => kind === "company") ? await rootUnit(ws) : null;
  const people = new Map(placed.map((each) => [each.id, each]));
  const asked = subjects.flatMap((subject) => (subject.kind === "member" ? [subject.id] : []));
  const peers = peersOf(asked, people, placed);
  const read = [...new Set([...asked, ...[...peers.values()].flat()])].slice(0, 1_000);
  const span = period.start <= today ? [...past.periods, period] : past.periods;
  const totals = await companyResults(context, kpi, past.periods);
  const season = seasonFactors(
    past.periods.map(({ key: each }) => totals.get(each) ?? ZERO),
    past.seasons,
  );
  const wantsUnits = units.length > 0 || root !== null;
  return {
    kpi,
    period,
    past,
    season: shifted(season, past),
    timeLeft: kpi.accrues ? 1 - (timeProgress(period, today, kpi.calendar).progress?.toNumber() ?? 0) : 1,
    people,
    peers,
    lives: await openLifeBook(
      ws,
      kpi,
      { ...period, start: past.periods[0]?.start ?? period.start },
      [period.key],
      null,
    ),
    book: await openTargets(ws, kpi.key, period, kpi.calendar, placed, null),
    members: read.length === 0 ? new Map() : await resultsOver(context, kpi, span, "member", read),
    units: wantsUnits ? await resultsOver(context, kpi, span, "unit") : new Map(),
    heads: wantsUnits
      ? await headsOn(
          ws,
          root === null ? units : [...units, root],
          [...past.periods, period].map(({ start }) => start),
        )
      : new Map(),
    deals: kpi.accrues && period.end > today ? await openDeals(context, kpi, period, today) : null,
    root,
  };
}

/** Those who stand in the same unit; where that is nobody, anybody in the company. */
function peersOf(asked: readonly string[], people: ReadonlyMap<string, Placed>, placed: readonly Placed[]) {
  const byUnit = new Map<string, string[]>();
  for (const { id, unitId } of placed) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), id]);
  const anybody = placed.slice(0, PEERS_MAX).map(({ id }) => id);
  return new Map(
    asked.map((id) => {
      const near = (byUnit.get(people.get(id)?.unitId ?? "") ?? []).filter((each) => each !== id).slice(0, PEERS_MAX);
      return [id, near.length > 0 ? near : anybody.filter((each) => each !== id)] as const;
    }),
  );
}

/** The season factor is made for the period right after the past ones; one further ahead is another season. */
function shifted(season: readonly (Decimal | null)[], { seasons, ahead }: PastPeriods): (Decimal | null)[] {
  const turn = seasons < 2 ? 0 : ahead % seasons;
  if (turn === 0) return [...season];
  // The factor of season s asked from season a is index(a) / index(s); dividing two of them changes a.
  const next = season[season.length - seasons + turn] ?? null;
  return season.map((factor) => (factor === null || next === null || next.isZero() ? null : factor.div(next)));
}
