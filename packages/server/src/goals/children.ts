import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { childrenOf as partsOf } from "@dabiao/core/calendar/period-children.ts";
import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import type { SplitInto } from "@dabiao/core/goals/target.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { actualsBy } from "./actuals.ts";
import { type OpenKpi, periodIn } from "./kpi.ts";
import { placedPeople, unitsAt } from "./people-store.ts";
import { type Place, placeOf, subjectOf } from "./place.ts";

/** What a target is split into: the children in order, and along which axis they lie. */
export interface Children {
  readonly axis: Axis;
  readonly places: readonly Place[];
  /** The parts of the period, for a split over time. */
  readonly parts: readonly Period[];
}

/** @throws Refusal `target_split_period`, `target_split_nobody`, `target_dimension` */
export async function childrenInto(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  into: SplitInto,
): Promise<Children> {
  const period = periodIn(kpi, parent.period);
  switch (into.kind) {
    case "periods": {
      const parts = partsOf(period, kpi.calendar, into.grain ?? null);
      if (parts.length === 0) throw new Refusal("target_split_period", { period: parent.period }, ["period"]);
      return { axis: "periods", parts, places: parts.map((part) => placeOf(subjectOf(parent), part, parent.slice)) };
    }
    case "slices": {
      const values = into.values ?? (await valuesOf(context, kpi, parent, period, into.dimension));
      demandDimension(kpi, into.dimension);
      if (values.length === 0) throw new Refusal("target_no_facts", { method: into.dimension }, ["into"]);
      const places = values.map((value) => ({ ...parent, slice: `${into.dimension}=${value}` }));
      return { axis: "slices", parts: [], places };
    }
    case "units":
    case "members": {
      const places = await peopleBelow(context, parent, period, into);
      if (places.length === 0) throw new Refusal("target_split_nobody", { amount: "" });
      return { axis: "people", parts: [], places };
    }
  }
}

/** @throws Refusal `target_dimension` */
export function demandDimension(kpi: OpenKpi, dimension: string): string[] {
  const path = kpi.metric.dimensions.find((each) => each.join(".") === dimension);
  if (!path) throw new Refusal("target_dimension", { dimension }, ["into", "dimension"]);
  return path;
}

/** The values that had results in the same period a year before. */
async function valuesOf(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  period: Period,
  dimension: string,
): Promise<string[]> {
  const path = demandDimension(kpi, dimension);
  const base = lastYearOf(period, kpi.calendar) ?? period;
  const found = await actualsBy(context, kpi, base, { kind: "field", path }, parent.kind === "unit" ? parent.id : null);
  return [...found.keys()].filter((value) => value !== "").slice(0, 500);
}

async function peopleBelow(
  context: MetricContext,
  parent: Place,
  period: Period,
  into: Extract<SplitInto, { kind: "units" | "members" }>,
): Promise<Place[]> {
  const unit = parent.kind === "unit" ? parent.id : null;
  if (parent.kind === "member") return [];
  if (into.kind === "members") {
    const below = (await placedPeople(context.ws, period, unit)).map(({ id }) => id);
    const wanted = into.members ? new Set(into.members) : null;
    const stray = into.members?.find((id) => !below.includes(id));
    if (stray !== undefined) throw new Refusal("not_found", { what: "member" }, ["into", "members"]);
    return below
      .filter((id) => wanted?.has(id) ?? true)
      .map((id) => placeOf({ kind: "member", id }, period, parent.slice));
  }
  const units = await unitsAt(context.ws, period.start, unit);
  const top = unit ?? units.find(({ parentId }) => parentId === null)?.id;
  return units
    .filter(({ parentId }) => parentId === top)
    .map(({ id }) => placeOf({ kind: "unit", id }, period, parent.slice));
}
