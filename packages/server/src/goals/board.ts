import { isProvisional } from "@dabiao/core/calendar/workdays.ts";
import type { Board, BoardHead, BoardQuery, BoardRow } from "@dabiao/core/goals/board.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { metricContext } from "../metrics/context.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { openColumns } from "./board-columns.ts";
import { boardPeople, headcounts } from "./board-people.ts";
import { seesAll, visibleSubjects } from "./goal-rights.ts";
import { openKpi, periodIn } from "./kpi.ts";
import { placedPeople, unitsAt } from "./people-store.ts";

/** A board whose figures are read; its rows are worked out as they are looked at. */
export interface OpenBoard {
  readonly head: BoardHead;
  rows(): Generator<BoardRow>;
}

/**
 * The KPI board: actual, target, pace and projection of a unit, the units below it and the people in them. Figures
 * are the company's own; whose figures one sees is decided by unit. The first row is the whole, then come units,
 * then people.
 *
 * @throws Refusal `not_found` for a unit out of the reader's sight
 */
export async function openBoard(
  ws: Workspace,
  access: Access,
  world: World,
  query: BoardQuery,
  now: Date,
): Promise<OpenBoard> {
  const unit = boardUnit(access, query.unit);
  const kpis = query.kpis.map((key) => openKpi(world, key));
  const [first] = kpis;
  if (!first) throw new Refusal("not_found", { what: "kpi" });
  const period = periodIn(first, query.period);
  const today = dayAt(query.asOf ? new Date(query.asOf) : now, first.calendar.zone);
  const placedOn = today < period.start ? period.start : today < period.end ? today : period.start;
  const context = metricContext(ws, world, access, now, "company");
  const reading = placedPeople(ws, period, unit);
  const [placed, units, { columns, figures, cells }] = await Promise.all([
    reading,
    unitsAt(ws, placedOn, unit),
    openColumns(context, kpis, query, unit, reading),
  ]);
  const visible = visibleSubjects(access);
  const people = (await boardPeople(ws, query.people, unit, placed, figures.members)).filter(({ id }) =>
    visible({ kind: "member", id }),
  );
  const counts = headcounts(placed);
  const { elapsed = 0, total = 0, remaining = 0 } = columns[0]?.time.all ?? {};
  return {
    head: {
      kpis: query.kpis,
      period: period.key,
      time: { elapsed, total, remaining, provisional: isProvisional(period, first.calendar) },
      headcount: placed.length,
      asOf: query.asOf ?? now.toISOString(),
    },
    *rows() {
      yield {
        kind: unit === null ? "company" : "unit",
        id: unit,
        name: units.find(({ id }) => id === unit)?.name ?? "",
        parentId: null,
        people: unit === null ? 0 : (counts.get(unit) ?? 0),
        cells: cells({ kind: unit === null ? "company" : "unit", id: unit }),
      };
      for (const each of units) {
        if (each.id === unit) continue;
        yield { kind: "unit", ...each, people: counts.get(each.id) ?? 0, cells: cells({ kind: "unit", id: each.id }) };
      }
      for (const { id, name, unitId } of people) {
        yield { kind: "member", id, name, parentId: unitId, people: 0, cells: cells({ kind: "member", id }) };
      }
    },
  };
}

/** The board at once, see `openBoard`. */
export async function board(ws: Workspace, access: Access, world: World, query: BoardQuery, now: Date): Promise<Board> {
  const { head, rows } = await openBoard(ws, access, world, query, now);
  const [total, ...rest] = rows();
  if (!total) throw new TypeError("a board has a first row");
  return {
    ...head,
    total,
    units: rest.filter(({ kind }) => kind === "unit"),
    people: rest.filter(({ kind }) => kind === "member"),
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
