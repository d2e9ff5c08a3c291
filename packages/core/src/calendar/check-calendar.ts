import { Temporal } from "temporal-polyfill";
import type { Issue } from "../platform/refusal.ts";
import type { CalendarBody } from "./calendar-body.ts";

/** What is wrong with a calendar beyond its shape; an empty list allows publication. Paths are inside the body. */
export function checkCalendar(body: CalendarBody): Issue[] {
  return [
    ...checkZone(body),
    ...checkWork(body),
    ...checkOverrides(body),
    ...checkFiscal(body),
    ...checkCustomPeriods(body),
  ];
}

function checkZone(body: CalendarBody): Issue[] {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(body.zone);
    return [];
  } catch {
    return [{ code: "calendar_zone", params: { zone: body.zone }, path: ["zone"] }];
  }
}

function checkWork({ work }: CalendarBody): Issue[] {
  const issues: Issue[] = [];
  if (work.weeks.every((days) => days.length === 0))
    issues.push({ code: "calendar_no_workday", params: {}, path: ["work", "weeks"] });
  if (work.weeks.length > 1 && work.anchor === undefined)
    issues.push({ code: "calendar_anchor_missing", params: {}, path: ["work", "anchor"] });
  return issues;
}

function checkOverrides({ overrides }: CalendarBody): Issue[] {
  const seen = new Set<string>();
  return overrides.flatMap(({ date }, index): Issue[] => {
    const twice = seen.has(date);
    seen.add(date);
    return twice ? [{ code: "calendar_day_twice", params: { date }, path: ["overrides", index, "date"] }] : [];
  });
}

function checkFiscal({ fiscal, weekStart }: CalendarBody): Issue[] {
  if (fiscal.kind === "iso" && weekStart !== 1)
    return [{ code: "calendar_iso_monday", params: {}, path: ["weekStart"] }];
  const last = fiscal.kind === "weeks" && fiscal.pattern === "13x4" ? 13 : 12;
  if (fiscal.kind !== "weeks" || fiscal.week53 === undefined || fiscal.week53 <= last) return [];
  return [{ code: "calendar_week53", params: { last }, path: ["fiscal", "week53"] }];
}

function checkCustomPeriods({ customPeriods }: CalendarBody): Issue[] {
  const seen = new Set<string>();
  return customPeriods.flatMap(({ key, start, end }, index): Issue[] => {
    const issues: Issue[] = [];
    if (start >= end)
      issues.push({ code: "calendar_period_empty", params: { key }, path: ["customPeriods", index, "end"] });
    if (seen.has(key))
      issues.push({ code: "calendar_period_twice", params: { key }, path: ["customPeriods", index, "key"] });
    seen.add(key);
    return issues;
  });
}
