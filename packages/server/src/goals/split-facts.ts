import { addMonths, earlier, later, monthOf } from "@dabiao/core/calendar/day.ts";
import { type DayRange, intersect } from "@dabiao/core/calendar/day-range.ts";
import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import { naturalPeriodOf } from "@dabiao/core/calendar/natural-period.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import { rampFactor, tenureMonth } from "@dabiao/core/goals/capacity.ts";
import type { Life } from "@dabiao/core/goals/life-share.ts";
import type { SplitFacts } from "@dabiao/core/goals/method-weights.ts";
import { rampIn } from "@dabiao/core/goals/ramp.ts";
import { springIndices } from "@dabiao/core/goals/seasonality.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { type Decimal, decimal, ONE, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { actualsBy, dailyFigures } from "./actuals.ts";
import { type Children, demandDimension } from "./children.ts";
import { type OpenKpi, periodIn } from "./kpi.ts";
import { readLives } from "./life/lives-store.ts";
import { type Placed, placedPeople } from "./people-store.ts";
import type { Place } from "./place.ts";
import { childName } from "./split-store.ts";

/** How seasons are found: whole years before. */
const SEASON_YEARS = 3;

/** What a caller may add to what is known. */
export interface FactOptions {
  readonly ramp: readonly string[];
  readonly cutOffDay: number;
  readonly potentials: Readonly<Record<string, string>>;
  readonly potentialMetric: string | undefined;
}

/** What people of a parent bring along: their days at work and their ramps. */
interface Staff {
  readonly people: readonly Placed[];
  readonly lives: ReadonlyMap<string, Life>;
}

/** Everything split methods go by, each read by one query however many children there are. */
export async function splitFacts(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  children: Children,
  options: FactOptions,
): Promise<SplitFacts & { readonly tenure: readonly (number | null)[] }> {
  const period = periodIn(kpi, parent.period);
  const ids = children.places.map((child) => (children.axis === "people" ? child.id : childName(children.axis, child)));
  const history = await historyOf(context, kpi, parent, children, period);
  const staff = await staffOf(context, kpi, parent, children, period);
  return {
    ids,
    ...history,
    ...daysAndCapacity(kpi, children, period, staff, options),
    potential: await potentialOf(context, children, period, ids, options),
    season: (indices) => alongSpring(kpi, children.parts, indices),
  };
}

async function historyOf(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  { axis, places, parts }: Children,
  period: Period,
): Promise<Pick<SplitFacts, "lastYear" | "past">> {
  const base = lastYearOf(period, kpi.calendar);
  const unit = parent.kind === "unit" ? parent.id : null;
  if (axis === "periods") return await pastOf(context, kpi, parent, parts);
  if (!base) return { lastYear: places.map(() => null), past: [] };
  if (axis === "slices") {
    const [dimension = ""] = places[0]?.slice.split("=") ?? [];
    const path = demandDimension(kpi, dimension);
    const found = await actualsBy(context, kpi, base, { kind: "field", path }, unit);
    return { lastYear: places.map(({ slice }) => found.get(slice.slice(dimension.length + 1)) ?? null), past: [] };
  }
  const found = await actualsBy(context, kpi, base, { kind: places[0]?.kind === "unit" ? "unit" : "member" }, null);
  return { lastYear: places.map(({ id }) => found.get(id) ?? null), past: [] };
}

/** Day by day in one query, so that parts of odd calendars are as exact as months. */
async function pastOf(
  context: MetricContext,
  kpi: OpenKpi,
  { kind, id }: Place,
  parts: readonly Period[],
): Promise<Pick<SplitFacts, "lastYear" | "past">> {
  const bases = parts.map((part) => lastYearOf(part, kpi.calendar));
  const years = Array.from({ length: SEASON_YEARS }, (_, index) => SEASON_YEARS - index);
  const before = years.map((year) =>
    parts.map(({ start, end }) => ({ start: addMonths(start, -12 * year), end: addMonths(end, -12 * year) })),
  );
  const all = [...bases.filter((base) => base !== null), ...before.flat()];
  const start = all.reduce((first, range) => earlier(range.start, first), all[0]?.start ?? "");
  const end = all.reduce((last, range) => later(range.end, last), "");
  if (start === "") return { lastYear: parts.map(() => null), past: [] };
  const scope = kind === "unit" ? { unit: id } : kind === "member" ? { members: [id] } : {};
  const days = [...(await dailyFigures(context, kpi.body.metric, { start, end }, scope, null))];
  const within = (range: DayRange) =>
    sum(days.flatMap(([day, value]) => (day >= range.start && day < range.end ? [value] : [])));
  return {
    lastYear: bases.map((base) => (base ? within(base) : null)),
    past: before.flat().map(within),
  };
}

async function staffOf(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  { axis }: Children,
  period: Period,
): Promise<Staff> {
  if (axis === "slices") return { people: [], lives: new Map() };
  const unit = parent.kind === "unit" ? parent.id : null;
  const people = parent.kind === "member" ? [] : await placedPeople(context.ws, period, unit);
  const ids = parent.kind === "member" ? [parent.id] : people.map(({ id }) => id);
  const lives = await readLives(context.ws, context.world, period, kpi.key, null, ids);
  const own = parent.kind === "member" ? [{ id: parent.id, name: "", unitId: "", path: [] }] : people;
  return { people: own, lives };
}

/** Working days and carrying power of every child: of its people in the whole period, or of the people in its part. */
function daysAndCapacity(
  kpi: OpenKpi,
  { axis, places, parts }: Children,
  period: Period,
  { people, lives }: Staff,
  options: FactOptions,
): Pick<SplitFacts, "workdays" | "capacity"> & { tenure: (number | null)[] } {
  const worked = (id: string, range: DayRange) => workedDays(kpi, lives.get(id), range);
  const carried = (id: string, range: DayRange) => carriedMonths(kpi, lives.get(id), range, options);
  const total = (ids: readonly string[], range: DayRange, of: (id: string, range: DayRange) => Decimal) =>
    sum(ids.map((id) => of(id, range)));
  if (axis === "periods") {
    const ids = people.map(({ id }) => id);
    return {
      workdays: parts.map(({ start, end }) => decimal(workdaysBetween(start, end, kpi.calendar))),
      capacity: parts.map((part) => total(ids, part, carried)),
      tenure: parts.map(() => null),
    };
  }
  if (axis === "slices") return { workdays: [], capacity: [], tenure: places.map(() => null) };
  const within = places.map(({ kind, id }) =>
    kind === "member" ? [id] : people.filter(({ path }) => path.includes(id)).map((person) => person.id),
  );
  return {
    workdays: within.map((ids) => total(ids, period, worked)),
    capacity: within.map((ids) => total(ids, period, carried)),
    tenure: places.map(({ kind, id }) => {
      const joined = kind === "member" ? lives.get(id)?.joinedOn : null;
      return joined ? tenureMonth(joined, period.start, options.cutOffDay) : null;
    }),
  };
}

function workedDays(kpi: OpenKpi, life: Life | undefined, range: DayRange): Decimal {
  const { start, end } = intersect(range, { start: life?.joinedOn ?? range.start, end: life?.leftOn ?? range.end });
  return start < end ? decimal(workdaysBetween(start, end, kpi.calendar, life?.leave ?? [])) : ZERO;
}

/** Months of full work: days worked in each month by its working days, times the ramp of that month (G-05). */
function carriedMonths(kpi: OpenKpi, life: Life | undefined, range: DayRange, options: FactOptions): Decimal {
  let carried = ZERO;
  for (let day = range.start; day < range.end; ) {
    const month = naturalPeriodOf(day, "month", kpi.calendar);
    const part = intersect(month, range);
    const days = workdaysBetween(month.start, month.end, kpi.calendar);
    const share = days === 0 ? ZERO : workedDays(kpi, life, part).div(days);
    carried = carried.plus(share.times(rampOf(life, month.start, options)));
    day = month.end;
  }
  return carried;
}

function rampOf(life: Life | undefined, month: string, { ramp, cutOffDay }: FactOptions): Decimal {
  if (life && life.ramps.length > 0)
    return life.ramps
      .map((each) => rampIn(each, month).factor)
      .reduce((least, factor) => (factor.lt(least) ? factor : least), ONE);
  if (!life?.joinedOn) return ONE;
  return rampFactor(
    ramp.map((share) => decimal(share)),
    tenureMonth(life.joinedOn, month, cutOffDay),
  );
}

async function potentialOf(
  context: MetricContext,
  { axis, places }: Children,
  period: Period,
  ids: readonly string[],
  { potentials, potentialMetric }: FactOptions,
): Promise<(Decimal | null)[]> {
  const given = ids.map((id) => (potentials[id] === undefined ? null : decimal(potentials[id])));
  if (axis !== "people" || potentialMetric === undefined) return given;
  const metric = context.world.get(metricKind, potentialMetric);
  if (!metric) throw new Refusal("not_found", { what: "metric" }, ["method", "metric"]);
  const range = { start: addMonths(period.start, -12), end: period.end };
  const kind = places[0]?.kind === "unit" ? "unit" : "member";
  const found = await actualsBy(context, { body: { metric: potentialMetric } }, range, { kind });
  return given.map((value, index) => value ?? found.get(ids[index] ?? "") ?? null);
}

/** Jan and Feb share their seasons by this year's working days, where the parts are months of a Chinese calendar. */
function alongSpring(kpi: OpenKpi, parts: readonly Period[], indices: readonly Decimal[]): Decimal[] {
  const january = parts.findIndex(
    ({ grain, family, start }) => grain === "month" && family === "natural" && monthOf(start) === 1,
  );
  const first = parts[january];
  const second = parts[january + 1];
  if (!first || !second || kpi.calendar.knownYears === null) return [...indices];
  const days = ({ start, end }: DayRange) => workdaysBetween(start, end, kpi.calendar);
  return springIndices(indices, days(first), days(second), january);
}
