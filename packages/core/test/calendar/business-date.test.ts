import assert from "node:assert/strict";
import { test } from "node:test";
import { businessDate, dayStart, instantsOf } from "@dabiao/core/calendar/business-date.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import fc from "fast-check";
import { calendar, china } from "../support/calendars.ts";

const instant = "2025-09-30T16:30:00Z";

test("[CV-3] half past midnight in Shanghai on 1 October counts in October; in a UTC company in September [OWN]", () => {
  assert.equal(businessDate(instant, china), "2025-10-01");
  assert.equal(businessDate(instant, calendar({ zone: "UTC" })), "2025-09-30");
});

test("[CV-3] with a day cut at 03:00 the same moment still belongs to 30 September [OWN]", () => {
  assert.equal(businessDate(instant, calendar({ dayCut: "03:00" })), "2025-09-30");
});

test("[CV-3] days of 23 and 25 hours do not change day counts", () => {
  const newYork = calendar({ zone: "America/New_York" });
  for (const day of ["2026-03-08", "2026-11-01"]) {
    assert.equal(businessDate(dayStart(day, newYork), newYork), day);
    const nextStart = Date.parse(dayStart(addDays(day, 1), newYork));
    assert.equal(businessDate(new Date(nextStart - 1).toISOString(), newYork), day);
  }
  assert.equal(
    Date.parse(dayStart("2026-03-09", newYork)) - Date.parse(dayStart("2026-03-08", newYork)),
    23 * 3_600_000,
  );
});

test("[CV-3] the instants of a day are exactly those whose business date it is", () => {
  const zones = fc.constantFrom("Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe");
  fc.assert(
    fc.property(
      fc.integer({ min: 1.6e9, max: 1.9e9 }),
      zones,
      fc.constantFrom("00:00", "03:00", "06:30"),
      (seconds, zone, dayCut) => {
        const at = new Date(seconds * 1000).toISOString();
        const shop = calendar({ zone, dayCut });
        const day = businessDate(at, shop);
        const { from, to } = instantsOf({ start: day, end: addDays(day, 1) }, shop);
        assert.ok(Date.parse(from) <= Date.parse(at) && Date.parse(at) < Date.parse(to), `${at} ${zone} ${dayCut}`);
      },
    ),
    { numRuns: 200 },
  );
});
