import assert from "node:assert/strict";
import { test } from "node:test";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { addDays, dayAt, dayNumber, daysBetween } from "@dabiao/core/calendar/day.ts";
import { fiscalYear } from "@dabiao/core/calendar/fiscal-year.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { nextPeriod, period, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import fc from "fast-check";
import { aprilYear, calendar, china, retail } from "../support/calendars.ts";

const span = (key: string, of: Calendar = china) => {
  const { start, end } = period(key, of);
  return `${start}..${addDays(end, -1)}`;
};
const keys = (key: string, of: Calendar = china, grain: Grain | null = null) =>
  childrenOf(period(key, of), of, grain).map((part) => part.key);
const isoYear = calendar({ fiscal: { kind: "iso" } });
const thirteen = calendar({
  weekStart: 7,
  fiscal: { kind: "weeks", pattern: "13x4", yearEnd: { rule: "last", month: 12 }, label: "end" },
});

test("[K-07] natural keys name half-open days", () => {
  assert.deepEqual(
    ["2026", "2026-H1", "2026-Q1", "2026-03", "2026-W10", "2026-03-09", "2026-03-W10"].map((key) => span(key)),
    [
      "2026-01-01..2026-12-31",
      "2026-01-01..2026-06-30",
      "2026-01-01..2026-03-31",
      "2026-03-01..2026-03-31",
      "2026-03-02..2026-03-08",
      "2026-03-09..2026-03-09",
      "2026-03-02..2026-03-08",
    ],
  );
});

test("[K-07] ISO weeks cross the year: 2025-12-29 lies in 2026-W01, 2021-01-03 in 2020-W53 [PUB ISO 8601]", () => {
  assert.equal(periodOf("2025-12-29", "week", china).key, "2026-W01");
  assert.equal(periodOf("2021-01-03", "week", china).key, "2020-W53");
  assert.throws(() => period("2025-W53", china), { code: "period_key" });
});

test("[K-07] text that is no period is refused", () => {
  for (const key of [
    "",
    "26",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026-02-30",
    "2026-W00",
    "2026-W54",
    "2026-03-W40",
    "FY26",
    "2026-3",
    "x",
  ]) {
    assert.throws(() => period(key, china), { code: "period_key" }, key);
  }
  for (const key of ["FY2026", "FY2026-Q1", "X-spring"])
    assert.throws(() => period(key, china), { code: "period_not_in_calendar" }, key);
  for (const key of ["FY2022-W53", "FY2023-P13", "FY2023-W54", "FY2023-P00"])
    assert.throws(() => period(key, retail), { code: "period_not_in_calendar" }, key);
});

test("[K-07] a year that begins in April: FY2026-Q1 is April to June, its months keep their names", () => {
  assert.equal(span("FY2026", aprilYear), "2026-04-01..2027-03-31");
  assert.equal(span("FY2026-H2", aprilYear), "2026-10-01..2027-03-31");
  assert.deepEqual(keys("FY2026-Q4", aprilYear), ["2027-01", "2027-02", "2027-03"]);
  assert.equal(periodOf("2026-03-31", "quarter", aprilYear).key, "FY2025-Q4");
  assert.equal(period("FY2026-P01", aprilYear).key, "2026-04");
  const namedByEnd = calendar({ fiscal: { kind: "months", startMonth: 4, label: "end" } });
  assert.equal(periodOf("2026-03-31", "year", namedByEnd).key, "FY2026");
});

test("[K-07] NRF 4-5-4: the 53-week years are FY2012, FY2017, FY2023 and next FY2028 [PUB R1]", () => {
  const long = Array.from({ length: 19 }, (_, index) => 2010 + index).filter(
    (label) => fiscalYear(label, retail)?.weeks === 53,
  );
  assert.deepEqual(long, [2012, 2017, 2023, 2028]);
});

test("[K-07] NRF FY2022, FY2023 and FY2024 begin and end on the published days [PUB+ R1]", () => {
  assert.equal(span("FY2022", retail), "2022-01-30..2023-01-28");
  assert.equal(span("FY2023", retail), "2023-01-29..2024-02-03");
  assert.equal(span("FY2024", retail), "2024-02-04..2025-02-01");
});

test("[K-07] FY2012: week 52 ends on 26 January 2013, week 53 is 27 January to 2 February [PUB R2]", () => {
  assert.equal(span("FY2012-W52", retail), "2013-01-20..2013-01-26");
  assert.equal(span("FY2012-W53", retail), "2013-01-27..2013-02-02");
  assert.deepEqual(keys("FY2012-Q4", retail, "week").at(-1), "FY2012-W53");
  assert.equal(childrenOf(period("FY2012-P12", retail), retail).length, 5);
});

test("[K-07] 4-5-4 months have 4, 5 and 4 weeks; week 53 may join another period", () => {
  assert.deepEqual(
    ["FY2022-P01", "FY2022-P02", "FY2022-P03"].map((key) => keys(key, retail).length),
    [4, 5, 4],
  );
  const early = calendar({
    weekStart: 7,
    fiscal: { kind: "weeks", pattern: "4-5-4", yearEnd: { rule: "nearest", month: 1 }, week53: 1 },
  });
  assert.equal(keys("FY2023-P01", early).length, 5);
});

test("[K-07] an ISO year has whole weeks under their own names, months of 4, 4 and 5 of them", () => {
  assert.equal(span("FY2026", isoYear), "2025-12-29..2027-01-03");
  assert.equal(fiscalYear(2026, isoYear)?.weeks, 53);
  assert.equal(period("FY2026-W10", isoYear).key, "2026-W10");
  assert.deepEqual(keys("FY2026-P01", isoYear), ["2026-W01", "2026-W02", "2026-W03", "2026-W04"]);
});

test("[K-07] thirteen periods of four weeks: the fourth quarter takes the last four", () => {
  assert.deepEqual(keys("FY2025-Q4", thirteen), ["FY2025-P10", "FY2025-P11", "FY2025-P12", "FY2025-P13"]);
  assert.equal(span("FY2025", thirteen), "2024-12-29..2025-12-27");
});

test("[K-07] a company's own period is known by its key", () => {
  const own = calendar({
    customPeriods: [{ key: "spring_push", label: { zh: "春季攻势" }, start: "2026-03-16", end: "2026-04-11" }],
  });
  assert.equal(span("X-spring_push", own), "2026-03-16..2026-04-10");
  assert.equal(keys("X-spring_push", own).length, 26);
  assert.equal(nextPeriod(period("X-spring_push", own), own), null);
});

test("[G-12] October 2025 divides into five pieces of ISO weeks, cut at the month's edges", () => {
  assert.deepEqual(keys("2025-10"), ["2025-10-W40", "2025-10-W41", "2025-10-W42", "2025-10-W43", "2025-10-W44"]);
  assert.equal(span("2025-10-W40"), "2025-10-01..2025-10-05");
  assert.equal(span("2025-10-W44"), "2025-10-27..2025-10-31");
  assert.deepEqual(keys("2026-01").at(0), "2026-01-W01");
  assert.deepEqual(keys("2025-12").at(-1), "2025-12-W01");
});

const calendars = fc.constantFrom(china, aprilYear, retail, isoYear, thirteen, calendar({ weekStart: 7 }));
const grains = fc.constantFrom<Grain>("day", "week", "month", "quarter", "half", "year");
const days = fc.integer({ min: dayNumber("1995-01-01"), max: dayNumber("2045-12-31") }).map(dayAt);

test("[K-07] a key reads back as the same period, and periods touch without gap or overlap", () => {
  fc.assert(
    fc.property(days, grains, calendars, (day, grain, of) => {
      const found = periodOf(day, grain, of);
      assert.ok(found.start <= day && day < found.end);
      assert.deepEqual(period(found.key, of), found);
      const next = nextPeriod(found, of);
      assert.equal(next?.start, found.end);
      assert.deepEqual(next && previousPeriod(next, of), found);
    }),
    { numRuns: 400 },
  );
});

test("[G-12] children fill their parent exactly, in order, under keys that read back", () => {
  fc.assert(
    fc.property(
      days,
      grains,
      calendars,
      fc.constantFrom<Grain | null>(null, "day", "week", "month"),
      (day, grain, of, finer) => {
        const order = ["day", "week", "month", "quarter", "half", "year"];
        fc.pre(finer === null || order.indexOf(finer) < order.indexOf(grain));
        const parent = periodOf(day, grain, of);
        const parts = childrenOf(parent, of, finer);
        fc.pre(parts.length > 0);
        assert.equal(parts[0]?.start, parent.start);
        assert.equal(parts.at(-1)?.end, parent.end);
        for (const [index, part] of parts.entries()) {
          assert.equal(part.start, parts[index - 1]?.end ?? parent.start);
          assert.ok(daysBetween(part.start, part.end) > 0);
          assert.deepEqual(period(part.key, of), part);
        }
      },
    ),
    { numRuns: 300 },
  );
});
