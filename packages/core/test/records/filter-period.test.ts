import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULT_CALENDAR, openCalendar } from "@dabiao/core/calendar/calendar.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { filterPeriod } from "@dabiao/core/records/filter-period.ts";

const calendar = openCalendar(DEFAULT_CALENDAR);
const on = (text: string) => {
  const { start, end } = filterPeriod(text, "2026-03-11", calendar);
  return `${start} ${end}`;
};

test("relative periods are half-open days around today", () => {
  assert.equal(on("today"), "2026-03-11 2026-03-12");
  assert.equal(on("yesterday"), "2026-03-10 2026-03-11");
  assert.equal(on("this_week"), "2026-03-09 2026-03-16");
  assert.equal(on("last_month"), "2026-02-01 2026-03-01");
  assert.equal(on("next_quarter"), "2026-04-01 2026-07-01");
  assert.equal(on("last_7_days"), "2026-03-05 2026-03-12");
  assert.equal(on("next_30_days"), "2026-03-11 2026-04-10");
  assert.equal(on("2026-Q1"), "2026-01-01 2026-04-01");
});

test("what is no period is refused with its text", () => {
  assert.throws(
    () => on("someday"),
    (error: unknown) => error instanceof Refusal && error.code === "period_unknown",
  );
});
