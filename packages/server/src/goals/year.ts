import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import type { YearPlan } from "@dabiao/core/goals/contract.ts";
import { historyWeights, workdayWeights } from "@dabiao/core/goals/split-weights.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { actualsBy } from "./actuals.ts";
import { handDown } from "./hand-down.ts";
import { demandStep, type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { type Adoption, type Move, post } from "./ledger-store.ts";
import { placedPeople } from "./people-store.ts";
import { type Place, placeName, placeOf } from "./place.ts";
import { lockPlaces, type Standing } from "./standing-store.ts";

/** What a plan is computed from, read before anything is locked. */
export interface YearBasis {
  readonly kpi: OpenKpi;
  readonly year: Period;
  readonly months: readonly Period[];
  readonly members: readonly string[];
  readonly monthWeights: readonly Decimal[];
  readonly memberWeights: readonly Decimal[];
  readonly kind: "history" | "workdays";
}

/**
 * Reads last year's shape: how the company's result spread over the months, and over the people. Without any result
 * last year the months follow their working days and everybody gets the same.
 */
export async function readYearBasis(context: MetricContext, plan: YearPlan): Promise<YearBasis> {
  context.access.demand("goals.manage");
  const kpi = openKpi(context.world, plan.kpi);
  if (!kpi.accrues) throw new Refusal("target_not_additive", { kpi: plan.kpi });
  const year = periodIn(kpi, plan.period);
  const months = childrenOf(year, kpi.calendar, "month");
  const base = lastYearOf(year, kpi.calendar);
  if (months.length === 0 || !base) throw new Refusal("target_split_period", { period: plan.period }, ["period"]);
  const members = plan.members ?? (await placedPeople(context.ws, year, null)).map(({ id }) => id);
  if (members.length === 0) throw new Refusal("target_split_nobody", { amount: plan.amount });
  const people = await actualsBy(context, kpi, base, { kind: "member" });
  const byMonth: Decimal[] = [];
  for (const month of months) byMonth.push(await totalOf(context, kpi, lastYearOf(month, kpi.calendar)));
  const known = sum(byMonth.map((value) => (value.isNegative() ? ZERO : value)));
  const kind = known.isZero() ? "workdays" : "history";
  return {
    kpi,
    year,
    months,
    members,
    kind,
    monthWeights: kind === "history" ? historyWeights(byMonth) : workdayWeights(months, kpi.calendar),
    memberWeights: historyWeights(
      members.map((member) => people.get(member) ?? null),
      decimal(plan.newcomers),
    ),
  };
}

async function totalOf(
  context: MetricContext,
  kpi: OpenKpi,
  range: { start: string; end: string } | null,
): Promise<Decimal> {
  if (!range) return ZERO;
  const values = await actualsBy(context, kpi, range, { kind: "member" });
  return sum(values.values());
}

/**
 * Posts the annual target, its months and every person's share of every month in one act. Months and people that are
 * locked keep what they have; everything adds up exactly, level by level.
 */
export async function postYear(
  trx: Trx,
  byMember: string | null,
  plan: YearPlan,
  basis: YearBasis,
): Promise<{ postingId: string; months: number; nodes: number; people: number; basis: "history" | "workdays" }> {
  const { kpi, year, months, members } = basis;
  const amount = decimal(plan.amount);
  demandStep(kpi, amount);
  const top = placeOf({ kind: "company" }, year);
  const whole = months.length === 1 && months[0]?.key === year.key;
  const monthPlaces: Place[] = whole ? [top] : months.map((month) => placeOf({ kind: "company" }, month));
  const personPlaces = months.map((month) => members.map((id) => placeOf({ kind: "member", id }, month)));
  const standings = await lockPlaces(trx, kpi.key, [top, ...monthPlaces, ...personPlaces.flat()]);
  const standing = (place: Place): Standing => {
    const found = standings.get(placeName(place));
    if (!found) throw new Error(`no standing for ${placeName(place)}`);
    return found;
  };
  const moves: Move[] = [{ to: top, amount: amount.minus(standing(top).amount), from: { kind: "plan" } }];
  const adoptions: Adoption[] = [];
  const monthAmounts = whole
    ? [amount]
    : divide(standing(top), amount, "periods", monthPlaces.map(standing), basis.monthWeights);
  for (const [index, places] of personPlaces.entries()) {
    const month = monthPlaces[index];
    if (month)
      divide(standing(month), monthAmounts[index] ?? ZERO, "people", places.map(standing), basis.memberWeights);
  }
  const inputs = {
    period: plan.period,
    amount: plan.amount,
    basis: basis.kind,
    monthWeights: basis.monthWeights.map(String),
    members: members.length,
  };
  const postingId = await post(
    trx,
    { kpi: kpi.key, kind: "plan", reason: plan.reason, byMember, inputs },
    moves,
    adoptions,
  );
  const nodes = new Set(moves.map(({ to }) => placeName(to))).size;
  return { postingId, months: months.length, nodes, people: members.length, basis: basis.kind };

  function divide(
    parent: Standing,
    carried: Decimal,
    axis: "people" | "periods",
    children: readonly Standing[],
    weights: readonly Decimal[],
  ) {
    const divided = handDown(
      { place: parent, amount: carried, handed: parent[axis] },
      axis,
      children,
      weights,
      kpi.step,
    );
    moves.push(...divided.moves);
    adoptions.push(divided.adoption);
    return divided.amounts;
  }
}
