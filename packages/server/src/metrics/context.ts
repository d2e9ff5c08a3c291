import { type Calendar, openCalendar } from "@dabiao/core/calendar/calendar.ts";
import { calendarKind } from "@dabiao/core/calendar/calendar-kind.ts";
import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { companyCalendar, type Reader, readerOf } from "../records/sql/reader.ts";

/** Who asks for numbers, of which definitions, when. */
export interface MetricContext {
  readonly ws: Workspace;
  readonly world: World;
  readonly access: Access;
  readonly reader: Reader;
  /**
   * `records`: figures are made of records the reader may see, and say when that is not all.
   * `company`: the company's figure, for boards that show only people and units the reader may see.
   */
  readonly figures: "records" | "company";
}

export function metricContext(
  ws: Workspace,
  world: World,
  access: Access,
  now: Date,
  figures: MetricContext["figures"] = "records",
): MetricContext {
  return { ws, world, access, figures, reader: readerOf(ws, world, access, now) };
}

const calendars = new WeakMap<World, Map<string, Calendar>>();

/** The calendar a metric counts by, opened once per world. */
export function calendarOf(world: World, body: Pick<MetricBody, "calendar">): Calendar {
  if (body.calendar === "company") return companyCalendar(world);
  const known = calendars.get(world) ?? new Map<string, Calendar>();
  calendars.set(world, known);
  let calendar = known.get(body.calendar);
  if (!calendar) {
    const found = world.get(calendarKind, body.calendar);
    calendar = found ? openCalendar(found) : companyCalendar(world);
    known.set(body.calendar, calendar);
  }
  return calendar;
}

export function findMetric(world: World): (key: string) => MetricBody | undefined {
  return (key) => world.get(metricKind, key);
}
