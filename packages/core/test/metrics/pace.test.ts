import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAt, dayNumber } from "@dabiao/core/calendar/day.ts";
import { markOf } from "@dabiao/core/metrics/mark.ts";
import { type Direction, paceOf, trackStatus } from "@dabiao/core/metrics/pace.ts";
import { projectionRange, runRate, runRateAlongCurve, trailingRunRate } from "@dabiao/core/metrics/run-rate.ts";
import { throughOf, timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { china } from "../support/calendars.ts";
import { decimals, texts } from "../support/decimals.ts";

const october = { start: "2025-10-01", end: "2025-11-01" };
const through = (day: string) => throughOf({ kind: "date", day });
const half = { elapsed: 11, total: 22, remaining: 11, progress: decimal("0.5") };
const status = (actual: string, direction: Direction = "up") =>
  trackStatus(paceOf({ actual: decimal(actual), target: decimal(100), time: half, direction }));

test("[K-09] at half time, 50 of 100 is on track, 46 is caution, 45 is off track [PUB+ Z1]", () => {
  assert.deepEqual(
    ["50", "46", "45"].map((actual) => status(actual)),
    ["onTrack", "caution", "offTrack"],
  );
});

test("[K-09] where less is better, 50 is on track, 54 is caution, 55 is off track [PUB+ Z1]", () => {
  assert.deepEqual(
    ["50", "54", "55"].map((actual) => status(actual, "down")),
    ["onTrack", "caution", "offTrack"],
  );
});

test("[K-09] through 15 October 2025, 6 of 18 working days: 40 of 100 is a pace of 1.20, on track [PUB+ H1]", () => {
  const time = timeProgress(october, through("2025-10-15"), china);
  const pace = paceOf({ actual: decimal(40), target: decimal(100), time });
  assert.deepEqual([time.elapsed, time.total], [6, 18]);
  assert.deepEqual(texts([pace.timeProgress, pace.pace, pace.gap, pace.needPerDay], 4), [
    "0.3333",
    "1.2000",
    "0.0667",
    "5.0000",
  ]);
  assert.equal(trackStatus(pace), "onTrack");
});

test("[K-09] by calendar days the same figures would be off track: 15 of 31 days [PUB+ H1]", () => {
  const time = timeProgress(october, through("2025-10-15"), china, { unit: "days" });
  assert.equal(texts([time.progress], 4)[0], "0.4839");
  assert.equal(trackStatus(paceOf({ actual: decimal(40), target: decimal(100), time })), "offTrack");
});

test("[K-09] through 8 October no working day has passed: no pace, 未开始, not a false alarm [PUB+ H1]", () => {
  const pace = paceOf({
    actual: decimal(0),
    target: decimal(100),
    time: timeProgress(october, through("2025-10-08"), china),
  });
  assert.equal(pace.pace, null);
  assert.equal(trackStatus(pace), "notStarted");
});

test("[K-09] judging by attainment alone calls 10 % on day 2 a severe risk, though it is twice the pace [DEFECT B1]", () => {
  const pace = paceOf({
    actual: decimal(10),
    target: decimal(100),
    time: timeProgress(october, through("2025-10-09"), china),
  });
  assert.ok(pace.attain?.lt("0.5"));
  assert.equal(trackStatus(pace), "onTrack");
});

test("[K-09] as of now today has not passed, as of a date it has", () => {
  assert.equal(timeProgress(october, throughOf({ kind: "now", today: "2025-10-10" }), china).elapsed, 1);
  assert.equal(timeProgress(october, through("2025-10-10"), china).elapsed, 2);
});

test("[K-09] target 0 or unknown, or no data: no attainment, never 0 and never infinity", () => {
  const attain = (actual: string | null, target: string | null) =>
    paceOf({
      actual: actual === null ? null : decimal(actual),
      target: target === null ? null : decimal(target),
      time: half,
    });
  for (const pace of [attain("5", "0"), attain("5", null), attain(null, "5")])
    assert.deepEqual([pace.attain, pace.pace], [null, null]);
  assert.equal(trackStatus(attain(null, "5")), "noData");
  assert.equal(attain("120", "100").needPerDay?.toString(), "0");
  assert.equal(paceOf({ actual: decimal(1), target: decimal(2), time: { ...half, remaining: 0 } }).needPerDay, null);
});

test("[K-09] a ratio is compared with its target itself, whatever the day", () => {
  const pace = paceOf({ actual: decimal("0.618"), target: decimal("0.8"), time: half, accrues: false });
  assert.deepEqual(texts([pace.expected, pace.pace, pace.needPerDay]), ["0.8", "0.7725", "null"]);
});

test("[K-09] a person's own leave is neither expected nor left", () => {
  const time = timeProgress(october, through("2025-10-15"), china, {
    leave: [{ start: "2025-10-13", end: "2025-10-16" }],
  });
  assert.deepEqual([time.elapsed, time.total, time.remaining], [3, 15, 12]);
});

test("[K-09] along a curve, a first half that usually brings 20 % has passed by 20 %", () => {
  const curve = [
    { start: "2025-10-01", end: "2025-10-16", weight: decimal(20) },
    { start: "2025-10-16", end: "2025-11-01", weight: decimal(80) },
  ];
  const at = (day: string) => timeProgress(october, through(day), china, { curve }).progress?.toString();
  assert.deepEqual(["2025-10-08", "2025-10-11", "2025-10-15", "2025-10-31"].map(at), ["0", "0.1", "0.2", "1"]);
});

test("[INV-11] time progress lies between 0 and 1 and never falls", () => {
  const day = fc.integer({ min: dayNumber("2025-09-01"), max: dayNumber("2025-12-01") }).map(dayAt);
  fc.assert(
    fc.property(day, day, fc.constantFrom("workdays" as const, "days" as const), (a, b, unit) => {
      const [first = a, second = b] = [a, b].toSorted();
      const before = timeProgress(october, first, china, { unit }).progress;
      const after = timeProgress(october, second, china, { unit }).progress;
      assert.ok(before && after && before.gte(0) && after.lte(1) && before.lte(after));
    }),
  );
});

test("[K-09] marks: ★ from 120 %, ● from 95 %, ▲ from 80 %, ◆ below, ○ without data", () => {
  assert.deepEqual(
    decimals("1.2", "1.1999", "0.95", "0.9499", "0.8", "0.7999").map((pace) => markOf(pace)),
    ["ahead", "ok", "ok", "watch", "watch", "off"],
  );
  assert.equal(markOf(null), "none");
});

test("[K-09] a mark is kept until the pace is 2 points below its threshold, and regained at the threshold", () => {
  const marks = { ahead: 120, ok: 95, watch: 80 };
  assert.equal(markOf(decimal("0.94"), marks, "ok"), "ok");
  assert.equal(markOf(decimal("0.93"), marks, "ok"), "ok");
  assert.equal(markOf(decimal("0.9299"), marks, "ok"), "watch");
  assert.equal(markOf(decimal("0.94"), marks, "watch"), "watch");
  assert.equal(markOf(decimal("1.185"), marks, "ahead"), "ahead");
  assert.equal(markOf(decimal("0.78"), marks, "ahead"), "watch");
  assert.equal(markOf(decimal("0.79"), marks, "off"), "off");
});

test("[K-10] 40 in 6 of 18 days runs to 120; if 20 % is usual by then, to 200 [OWN]", () => {
  const time = timeProgress(october, through("2025-10-15"), china);
  const even = runRate(decimal(40), time);
  const curve = runRateAlongCurve(decimal(40), decimal("0.2"));
  assert.deepEqual(texts([even?.value ?? null, curve?.value ?? null]), ["120", "200"]);
  assert.deepEqual(trailingRunRate(decimal(40), decimals(10, 5, 6), time.remaining)?.value.toString(), "124");
  const range = projectionRange([even, curve, null]);
  assert.deepEqual([range?.low.toString(), range?.high.toString()], ["120", "200"]);
});

test("[K-10] before the first working day there is no run rate", () => {
  assert.equal(runRate(decimal(0), timeProgress(october, through("2025-10-08"), china)), null);
  assert.equal(projectionRange([null]), null);
});
