import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, dayAt, dayNumber, monthStart, weekdayOf } from "@dabiao/core/calendar/day.ts";
import { springFestival } from "@dabiao/core/calendar/spring-festival.ts";
import {
  addWorkdays,
  endOfWorkday,
  isProvisional,
  isWorkday,
  listWorkdays,
  specialDay,
  workdaysBetween,
} from "@dabiao/core/calendar/workdays.ts";
import chineseDays from "chinese-days";
import fc from "fast-check";
import { calendar, china } from "../support/calendars.ts";

const weekdaysOnly = calendar({ statutory: "none" });
const months = (year: number, of = china) =>
  Array.from({ length: 12 }, (_, month) =>
    workdaysBetween(monthStart(year, month + 1), monthStart(year, month + 2), of),
  );
const anyDay = fc.integer({ min: dayNumber("2023-01-01"), max: dayNumber("2026-12-31") }).map(dayAt);

test("[K-08] working days by month of 2025 and 2026 are the published ones, 248 each year [PUB+ H1]", () => {
  assert.deepEqual(months(2025), [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]);
  assert.deepEqual(months(2026), [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  assert.equal(workdaysBetween("2025-01-01", "2026-01-01", china), 248);
  assert.equal(workdaysBetween("2026-01-01", "2027-01-01", china), 248);
});

test("[K-08] counting weekdays only is wrong in China: October 2025 is not 23, February 2026 not 20 [PUB+ H1]", () => {
  assert.equal(months(2025, weekdaysOnly)[9], 23);
  assert.equal(months(2026, weekdaysOnly)[1], 20);
  assert.notEqual(months(2025)[9], 23);
  assert.notEqual(months(2026)[1], 20);
});

test("[K-08] 补班 Saturdays and Sundays are worked, 调休 weekdays are off [PUB+ H1]", () => {
  for (const day of ["2025-09-28", "2025-10-11", "2026-02-14", "2026-02-28", "2026-05-09"])
    assert.ok(isWorkday(day, china), day);
  assert.ok(!isWorkday("2025-10-08", china));
  assert.deepEqual(specialDay("2025-10-11", china), { work: true, name: "国庆节、中秋节补班", source: "statutory" });
});

test("[K-08] our notices agree with an independent data set on every day of 2023 to 2026", () => {
  for (let day = "2023-01-01"; day < "2027-01-01"; day = addDays(day, 1)) {
    assert.equal(isWorkday(day, china), chineseDays.isWorkday(day), day);
  }
});

test("[K-11] 正月初一 of 2015 to 2040 agrees with an independent lunar calendar", () => {
  for (let year = 2015; year <= 2040; year++)
    assert.equal(springFestival(year), chineseDays.getSolarDateFromLunar(`${year}-01-01`).date);
  assert.equal(springFestival(2041), null);
});

test("[K-08] a year without a notice counts weekdays and says it is provisional", () => {
  assert.equal(workdaysBetween("2027-10-01", "2027-11-01", china), 21);
  assert.ok(isProvisional({ start: "2026-12-01", end: "2027-02-01" }, china));
  assert.ok(!isProvisional({ start: "2026-01-01", end: "2027-01-01" }, china));
  assert.ok(!isProvisional({ start: "2027-01-01", end: "2027-02-01" }, weekdaysOnly));
  const entered = calendar({ confirmedYears: [2027], overrides: [{ date: "2027-10-01", day: "off", name: "国庆节" }] });
  assert.ok(!isProvisional({ start: "2027-10-01", end: "2027-11-01" }, entered));
  assert.equal(workdaysBetween("2027-10-01", "2027-11-01", entered), 20);
});

test("[K-08] the company's own days stand above the notice", () => {
  const own = calendar({
    overrides: [
      { date: "2026-02-14", day: "off" },
      { date: "2026-02-23", day: "work", name: "开工日" },
    ],
  });
  assert.ok(!isWorkday("2026-02-14", own));
  assert.ok(isWorkday("2026-02-23", own));
  assert.deepEqual(specialDay("2026-02-23", own), { work: true, name: "开工日", source: "company" });
});

test("[K-08] 大小周: every other Saturday is worked, also before the anchor", () => {
  const bigSmall = calendar({
    statutory: "none",
    work: {
      weeks: [
        [1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5],
      ],
      anchor: "2026-03-04",
    },
  });
  const saturdays = ["2026-02-14", "2026-02-21", "2026-02-28", "2026-03-07", "2026-03-14", "2026-03-21"];
  assert.deepEqual(
    saturdays.map((day) => isWorkday(day, bigSmall)),
    [false, true, false, true, false, true],
  );
});

test("[K-08] three working days after the eve of National Day is Saturday 11 October 2025, a 补班 day", () => {
  assert.equal(addWorkdays("2025-09-30", 3, china), "2025-10-11");
  assert.equal(addWorkdays("2025-09-30", 4, china), "2025-10-13");
  assert.equal(addWorkdays("2025-10-09", -1, china), "2025-09-30");
  assert.equal(addWorkdays("2025-10-01", 0, china), "2025-10-09");
  assert.equal(addWorkdays("2025-09-30", 0, china), "2025-09-30");
});

test("[K-08] a calendar without any working day is refused instead of looping", () => {
  assert.throws(() => addWorkdays("2026-01-01", 1, calendar({ statutory: "none", work: { weeks: [[]] } })), {
    code: "calendar_too_far",
  });
});

test("[K-08] days of leave are not counted", () => {
  const leave = [
    { start: "2025-10-13", end: "2025-10-15" },
    { start: "2025-10-14", end: "2025-10-16" },
  ];
  assert.equal(workdaysBetween("2025-10-01", "2025-11-01", china, leave), 15);
});

test("[K-08] the end of the n-th working day and the list of working days agree", () => {
  const october = { start: "2025-10-01", end: "2025-11-01" };
  assert.equal(endOfWorkday(october, 6, china), "2025-10-16");
  assert.equal(endOfWorkday(october, 0, china), "2025-10-01");
  assert.equal(endOfWorkday(october, 99, china), "2025-11-01");
  assert.equal(listWorkdays(october.start, october.end, china)[5], "2025-10-15");
});

test("[K-08] parts add up, and n working days on there are n working days between", () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, fc.integer({ min: 1, max: 60 }), (a, b, c, n) => {
      const [first = a, middle = b, last = c] = [a, b, c].toSorted();
      const between = (start: string, end: string) => workdaysBetween(start, end, china);
      assert.equal(between(first, last), between(first, middle) + between(middle, last));
      const due = addWorkdays(a, n, china);
      assert.ok(isWorkday(due, china));
      assert.equal(between(addDays(a, 1), addDays(due, 1)), n);
    }),
    { numRuns: 60 },
  );
});

test("[INV-13] adding a holiday never makes a due date earlier", () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 40 }), (holiday, from, n) => {
      const more = calendar({ overrides: [{ date: holiday, day: "off" }] });
      assert.ok(addWorkdays(from, n, more) >= addWorkdays(from, n, china));
    }),
    { numRuns: 60 },
  );
});

test("weekdays are ISO: 9 March 2026 is a Monday", () => {
  assert.equal(weekdayOf("2026-03-09"), 1);
  assert.equal(weekdayOf("1969-12-28"), 7);
});
