import { isProvisional } from "@dabiao/core/calendar/workdays.ts";
import type { Board, BoardCell, BoardQuery, BoardRow } from "@dabiao/core/goals/board.ts";
import { boardCell } from "@dabiao/core/goals/board-cell.ts";
import { emptyAnswer } from "@dabiao/core/metrics/combine.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { type TimeProgress, timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { metricContext } from "../metrics/context.ts";
import { answerMetrics } from "../metrics/query.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { seesAll, visibleSubjects } from "./goal-rights.ts";
import { type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { namesOf, type Placed, placedPeople, unitsAt } from "./people-store.ts";
import { openTargets, type TargetBook } from "./target-book.ts";

/** One KPI ready for its column. */
interface Column {
  readonly kpi: OpenKpi;
  readonly time: TimeProgress;
  readonly targets: TargetBook;
  readonly people: ReadonlyMap<string, Decimal | null>;
  readonly units: ReadonlyMap<string, Decimal | null>;
  readonly whole: Decimal | null;
  /** What somebody without any record has. */
  readonly nothing: Decimal | null;
}

/**
 * The KPI board: actual, target, pace and projection of a unit, the units below it and the people in them. Figures
 * are the company's own; whose figures one sees is decided by unit.
 *
 * @throws Refusal `not_found` for a unit out of the reader's sight
 */
export async function board(ws: Workspace, access: Access, world: World, query: BoardQuery, now: Date): Promise<Board> {
  const unit = boardUnit(access, query.unit);
  const kpis = query.kpis.map((key) => openKpi(world, key));
  const [first] = kpis;
  if (!first) throw new Refusal("not_found", { what: "kpi" });
  const period = periodIn(first, query.period);
  const today = dayAt(query.asOf ? new Date(query.asOf) : now, first.calendar.zone);
  const placedOn = today < period.start ? period.start : today < period.end ? today : period.start;
  const [people, units] = [await placedPeople(ws, period, unit), await unitsAt(ws, placedOn, unit)];
  const columns: Column[] = [];
  for (const kpi of kpis) columns.push(await openColumn(ws, access, world, kpi, query, unit, people, now));
  const visible = visibleSubjects(access);
  const persons = (await withGuests(ws, people, columns)).filter(({ id }) => visible({ kind: "member", id }));
  const cells = (read: (column: Column) => readonly [Decimal | null, Decimal | null]): BoardCell[] =>
    columns.map((column) => {
      const [actual, target] = read(column);
      return boardCell(actual, target, column.time, column.kpi.body, column.kpi);
    });
  const of = (map: ReadonlyMap<string, Decimal | null>, id: string, column: Column) =>
    map.has(id) ? (map.get(id) ?? null) : column.nothing;
  const top = units.find(({ id }) => id === unit);
  const totalTarget = (column: Column) => (unit === null ? column.targets.company() : column.targets.unit(unit));
  return {
    kpis: query.kpis,
    period: period.key,
    time: { ...timeOf(columns[0]), provisional: isProvisional(period, first.calendar) },
    total: {
      kind: unit === null ? "company" : "unit",
      id: unit,
      name: top?.name ?? "",
      parentId: null,
      cells: cells((column) => [column.whole, totalTarget(column)]),
    },
    units: units
      .filter(({ id }) => id !== unit)
      .map(
        (each): BoardRow => ({
          kind: "unit",
          ...each,
          cells: cells((column) => [of(column.units, each.id, column), column.targets.unit(each.id)]),
        }),
      ),
    people: persons.map(
      ({ id, name, unitId }): BoardRow => ({
        kind: "member",
        id,
        name,
        parentId: unitId,
        cells: cells((column) => [of(column.people, id, column), column.targets.member(id)]),
      }),
    ),
    asOf: query.asOf ?? now.toISOString(),
  };
}

/** Who may not see the whole company begins at the own unit. */
function boardUnit(access: Access, asked: string | undefined): string | null {
  if (seesAll(access)) return asked ?? null;
  const unit = asked ?? access.units("unit")[0];
  if (unit === undefined || !access.units("subtree").includes(unit))
    throw new Refusal("not_found", { what: "unit" }, ["unit"]);
  return unit;
}

async function openColumn(
  ws: Workspace,
  access: Access,
  world: World,
  kpi: OpenKpi,
  query: BoardQuery,
  unit: string | null,
  people: readonly Placed[],
  now: Date,
): Promise<Column> {
  const context = metricContext(ws, world, access, now, "company");
  const period = periodIn(kpi, query.period);
  const question = {
    metrics: [kpi.body.metric],
    period: query.period,
    scope: unit === null ? {} : { unit },
    asOf: query.asOf,
    limit: 50_000,
  };
  const byMember = await answerMetrics(context, MetricQuery.parse({ ...question, by: [{ kind: "member" }] }));
  const byUnit = await answerMetrics(context, MetricQuery.parse({ ...question, by: [{ kind: "unit" }] }));
  const asOf = query.asOf ? new Date(query.asOf) : null;
  const today = dayAt(asOf ?? now, kpi.calendar.zone);
  const { measure } = kpi.metric;
  return {
    kpi,
    time: timeProgress(period, today, kpi.calendar),
    targets: await openTargets(ws, kpi.key, period, kpi.calendar, people, asOf),
    people: byKey(byMember.rows),
    units: byKey(byUnit.rows),
    whole: number(byMember.total[0] ?? null),
    nothing:
      measure.kind === "aggregate"
        ? number(emptyAnswer(measure.aggregate))
        : measure.kind === "formula" && kpi.accrues
          ? decimal(0)
          : null,
  };
}

function byKey(
  rows: readonly { key: readonly (string | null)[]; values: readonly (string | null)[] }[],
): Map<string, Decimal | null> {
  return new Map(
    rows.flatMap(({ key: [key], values: [value] }) => (key == null ? [] : [[key, number(value ?? null)]])),
  );
}

function number(value: string | null): Decimal | null {
  return value === null ? null : decimal(value);
}

/** People with results here who belong elsewhere, such as those who were transferred in the period. */
async function withGuests(
  ws: Workspace,
  people: readonly Placed[],
  columns: readonly Column[],
): Promise<{ id: string; name: string; unitId: string | null }[]> {
  const placed = new Set(people.map(({ id }) => id));
  const guests = [...new Set(columns.flatMap((column) => [...column.people.keys()]))].filter((id) => !placed.has(id));
  const names = await namesOf(ws, guests);
  return [...people, ...guests.map((id) => ({ id, name: names.get(id) ?? "", unitId: null }))];
}

function timeOf(column: Column | undefined): { elapsed: number; total: number; remaining: number } {
  const { elapsed = 0, total = 0, remaining = 0 } = column?.time ?? {};
  return { elapsed, total, remaining };
}
