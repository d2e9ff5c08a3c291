import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULT_CALENDAR } from "@dabiao/core/calendar/calendar.ts";
import { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import { checkCalendar } from "@dabiao/core/calendar/check-calendar.ts";

const codes = (settings: object) =>
  checkCalendar(CalendarBody.parse({ label: { zh: "日历" }, ...settings })).map(({ code }) => code);

test("[K-07] the calendar of a new company is in order", () => {
  assert.deepEqual(checkCalendar(DEFAULT_CALENDAR), []);
});

test("[K-07] every fault of a calendar is named", () => {
  assert.deepEqual(codes({ zone: "Asia/Nowhere" }), ["calendar_zone"]);
  assert.deepEqual(codes({ work: { weeks: [[], []] } }), ["calendar_no_workday", "calendar_anchor_missing"]);
  const day = { date: "2026-03-09", day: "off" };
  assert.deepEqual(codes({ overrides: [day, day] }), ["calendar_day_twice"]);
  assert.deepEqual(codes({ fiscal: { kind: "iso" }, weekStart: 7 }), ["calendar_iso_monday"]);
  assert.deepEqual(
    codes({ fiscal: { kind: "weeks", pattern: "4-4-5", yearEnd: { rule: "last", month: 1 }, week53: 13 } }),
    ["calendar_week53"],
  );
  const spring = { key: "spring", label: { zh: "春" }, start: "2026-03-02", end: "2026-03-02" };
  assert.deepEqual(codes({ customPeriods: [spring, { ...spring, end: "2026-04-01" }] }), [
    "calendar_period_empty",
    "calendar_period_twice",
  ]);
});
