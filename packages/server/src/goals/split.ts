import { addMonths } from "@dabiao/core/calendar/day.ts";
import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import { movingAverageSeasonality } from "@dabiao/core/goals/seasonality.ts";
import { evenWeights, historyWeights, workdayWeights } from "@dabiao/core/goals/split-weights.ts";
import type { Target, TargetSplit } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { actualsBy } from "./actuals.ts";
import { handDown } from "./hand-down.ts";
import { type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { type Axis, post } from "./ledger-store.ts";
import { placedPeople, unitsAt } from "./people-store.ts";
import { type Place, placeName, placeOf } from "./place.ts";
import { lockPlaces } from "./standing-store.ts";
import { readTarget, toTarget } from "./targets.ts";

/** How seasons are found: whole years before, by month or quarter. */
const SEASON_YEARS = 3;

/** Children and their weights, read before anything is locked. */
export interface SplitBasis {
  readonly kpi: OpenKpi;
  readonly parent: Place;
  readonly axis: Axis;
  readonly children: readonly Place[];
  readonly weights: readonly Decimal[];
}

/** @throws Refusal `target_not_additive`, `target_split_period`, `target_split_nobody`, `target_history_short` */
export async function readSplitBasis(context: MetricContext, split: TargetSplit): Promise<SplitBasis> {
  context.access.demand("goals.manage");
  const kpi = openKpi(context.world, split.kpi);
  if (!kpi.accrues) throw new Refusal("target_not_additive", { kpi: split.kpi });
  const period = periodIn(kpi, split.period);
  const parent = placeOf(split.subject, period);
  if (split.into.kind === "periods") {
    const parts = childrenOf(period, kpi.calendar, split.into.grain ?? null);
    if (parts.length === 0) throw new Refusal("target_split_period", { period: split.period }, ["period"]);
    const children = parts.map((part) => placeOf(split.subject, part));
    return { kpi, parent, axis: "periods", children, weights: await periodWeights(context, kpi, split, parent, parts) };
  }
  const children = await peopleBelow(context, split, parent, period);
  if (children.length === 0) throw new Refusal("target_split_nobody", { amount: "" });
  return { kpi, parent, axis: "people", children, weights: await peopleWeights(context, kpi, split, children, period) };
}

/** Divides a target among its children in one act. */
export async function postSplit(
  trx: Trx,
  byMember: string | null,
  split: TargetSplit,
  basis: SplitBasis,
): Promise<{ parent: Target; targets: Target[] }> {
  const { kpi, parent, axis, children, weights } = basis;
  const standings = await lockPlaces(trx, kpi.key, [parent, ...children]);
  const own = standings.get(placeName(parent));
  const below = children.flatMap((child) => standings.get(placeName(child)) ?? []);
  if (!own) throw new Error("a locked place has no standing");
  const { moves, adoption } = handDown(
    { place: parent, amount: own.amount, handed: own[axis] },
    axis,
    below,
    weights,
    kpi.step,
  );
  const inputs = { into: split.into, method: split.method, weights: weights.map(String) };
  await post(trx, { kpi: kpi.key, kind: "split", reason: split.reason, byMember, inputs }, moves, [adoption]);
  const after = await lockPlaces(trx, kpi.key, children);
  return {
    parent: await readTarget(trx, kpi, parent),
    targets: [...after.values()].map((standing) => toTarget(kpi.key, standing)),
  };
}

async function peopleBelow(
  context: MetricContext,
  split: TargetSplit,
  parent: Place,
  period: Period,
): Promise<Place[]> {
  const unit = parent.kind === "unit" ? parent.id : null;
  if (parent.kind === "member") return [];
  if (split.into.kind === "members") {
    const ids = split.into.members ?? (await placedPeople(context.ws, period, unit)).map(({ id }) => id);
    return ids.map((id) => placeOf({ kind: "member", id }, period));
  }
  const units = await unitsAt(context.ws, period.start, unit);
  const top = unit ?? units.find(({ parentId }) => parentId === null)?.id;
  return units.filter(({ parentId }) => parentId === top).map(({ id }) => placeOf({ kind: "unit", id }, period));
}

async function peopleWeights(
  context: MetricContext,
  kpi: OpenKpi,
  split: TargetSplit,
  children: readonly Place[],
  period: Period,
): Promise<Decimal[]> {
  const { method } = split;
  if (method.kind === "weights") return children.map(({ id }) => decimal(method.weights[id] ?? "0"));
  const base = lastYearOf(period, kpi.calendar);
  if (method.kind !== "history" || !base) return evenWeights(children.length);
  const kind = children[0]?.kind === "unit" ? "unit" : "member";
  const actuals = await actualsBy(context, kpi, base, { kind });
  return historyWeights(
    children.map(({ id }) => actuals.get(id) ?? null),
    decimal(method.newcomers),
  );
}

async function periodWeights(
  context: MetricContext,
  kpi: OpenKpi,
  split: TargetSplit,
  parent: Place,
  parts: readonly Period[],
): Promise<Decimal[]> {
  const { method } = split;
  switch (method.kind) {
    case "even":
    case "capacity":
    case "potential":
    case "copy":
      return evenWeights(parts.length);
    case "weights":
      return parts.map(({ key }) => decimal(method.weights[key] ?? "0"));
    case "workdays":
      return workdayWeights(parts, kpi.calendar);
    case "history":
      return historyWeights(
        await series(
          context,
          kpi,
          parent,
          parts.map((part) => lastYearOf(part, kpi.calendar)),
        ),
      );
    case "seasonality":
      return await seasons(context, kpi, parent, parts);
  }
}

/** Indices of the parts of a year, from the years before it. */
async function seasons(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  parts: readonly Period[],
): Promise<Decimal[]> {
  const past = Array.from({ length: SEASON_YEARS }, (_, index) => SEASON_YEARS - index).flatMap((years) =>
    parts.map(({ start, end }) => ({ start: addMonths(start, -12 * years), end: addMonths(end, -12 * years) })),
  );
  const values = await series(context, kpi, parent, past);
  const begun = values.findIndex((value) => !value.isZero());
  const known = begun < 0 ? [] : values.slice(Math.floor(begun / parts.length) * parts.length);
  return movingAverageSeasonality(known, parts.length).indices;
}

async function series(
  context: MetricContext,
  kpi: OpenKpi,
  { kind, id }: Place,
  ranges: readonly ({ start: string; end: string } | null)[],
): Promise<Decimal[]> {
  const values: Decimal[] = [];
  for (const range of ranges) {
    if (!range) values.push(ZERO);
    else {
      const unit = kind === "unit" ? id : null;
      const members = await actualsBy(context, kpi, range, { kind: "member" }, unit);
      values.push(kind === "member" ? (members.get(id) ?? ZERO) : sum(members.values()));
    }
  }
  return values;
}
