import assert from "node:assert/strict";
import { test } from "node:test";
import { type Alignment, alignComparison } from "@dabiao/core/calendar/align-comparison.ts";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import { period } from "@dabiao/core/calendar/period.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import { calendar, china, retail } from "../support/calendars.ts";

function compare(
  key: string,
  through: string,
  against: "previous" | "lastYear",
  alignment: Alignment,
  of: Calendar = china,
): string | null {
  const found = alignComparison(period(key, of), through, against, of, alignment);
  return found && `${found.current.start}..${found.current.end} | ${found.base.start}..${found.base.end}`;
}
const lastYear = (key: string, of: Calendar) => {
  const range = lastYearOf(period(key, of), of);
  return range && `${range.start}..${range.end}`;
};

test("[K-11] an unfinished month compares with the same dates, or with the same n-th working day", () => {
  assert.equal(
    compare("2026-10", "2026-10-16", "lastYear", "dates"),
    "2026-10-01..2026-10-16 | 2025-10-01..2025-10-16",
  );
  // 8, 9, 10 (补班), 12 to 15 October 2026 are seven working days; the seventh of October 2025 is the 16th.
  assert.equal(
    compare("2026-10", "2026-10-16", "lastYear", "workdays"),
    "2026-10-01..2026-10-16 | 2025-10-01..2025-10-17",
  );
});

test("[K-11] a finished month compares with the whole month", () => {
  assert.equal(
    compare("2026-03", "2026-04-05", "previous", "workdays"),
    "2026-03-01..2026-04-01 | 2026-02-01..2026-03-01",
  );
});

test("[K-11] the 30th of March meets the last of February, never the 2nd of March", () => {
  assert.equal(
    compare("2026-03", "2026-03-31", "previous", "dates"),
    "2026-03-01..2026-03-31 | 2026-02-01..2026-03-01",
  );
});

test("[K-11] Spring Festival: February compares as January and February together, 37 working days with 38 [PUB+ H1]", () => {
  assert.equal(
    compare("2026-02", "2026-03-01", "lastYear", "spring"),
    "2026-01-01..2026-03-01 | 2025-01-01..2025-03-01",
  );
  assert.equal(workdaysBetween("2025-01-01", "2025-03-01", china), 38);
  assert.equal(workdaysBetween("2026-01-01", "2026-03-01", china), 37);
  assert.equal(
    compare("2026-03", "2026-03-11", "lastYear", "spring"),
    compare("2026-03", "2026-03-11", "lastYear", "workdays"),
  );
});

test("[K-11] by lunar date, the eve of one Spring Festival meets the eve of the other", () => {
  assert.equal(
    compare("2026-02", "2026-02-17", "lastYear", "lunar"),
    "2026-02-01..2026-02-17 | 2025-01-13..2025-01-29",
  );
});

test("[K-11] before anything has passed both sides are empty", () => {
  assert.equal(
    compare("2026-10", "2026-10-01", "lastYear", "dates"),
    "2026-10-01..2026-10-01 | 2025-10-01..2025-10-01",
  );
});

test("[K-07] after a 53-week year the base drops its week 1, so the seasons meet [PUB R2]", () => {
  assert.equal(lastYear("FY2024-W01", retail), "2023-02-05..2023-02-12");
  assert.equal(lastYear("FY2024-W52", retail), "2024-01-28..2024-02-04");
  assert.equal(lastYear("FY2024", retail), "2023-02-05..2024-02-04");
  assert.equal(lastYear("FY2023-W53", retail), null);
  assert.equal(lastYear("FY2025-P01", retail), "2024-02-04..2024-03-03");
});

test("[K-07] without restating, weeks 52 and 53 both compare with week 52 [PUB R2]", () => {
  const plain = calendar({
    weekStart: 7,
    fiscal: { kind: "weeks", pattern: "4-5-4", yearEnd: { rule: "nearest", month: 1 }, comparison: "plain" },
  });
  assert.equal(lastYear("FY2023-W53", plain), lastYear("FY2023-W52", plain));
  assert.equal(lastYear("FY2024-W01", plain), "2023-01-29..2023-02-05");
  assert.equal(lastYear("FY2024", plain), "2023-01-29..2024-02-04");
});

test("[K-11] week 10 compares with week 10, week 53 with week 52; 29 February with the 28th", () => {
  assert.equal(lastYear("2026-W10", china), "2025-03-03..2025-03-10");
  assert.equal(lastYear("2026-W53", china), "2025-12-22..2025-12-29");
  assert.equal(lastYear("2024-02-29", china), "2023-02-28..2023-03-01");
});
