import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULT_CALENDAR, openCalendar } from "@dabiao/core/calendar/calendar.ts";
import { period } from "@dabiao/core/calendar/period.ts";
import { paceByMeaning } from "@dabiao/core/metrics/meaning-pace.ts";
import type { TargetMeaning } from "@dabiao/core/metrics/target-meaning.ts";
import { timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

const china = openCalendar(DEFAULT_CALENDAR);
const march = period("2026-03", china);
const half = timeProgress(march, "2026-03-17", china);
const over = timeProgress(march, "2026-04-01", china);

function pace(meaning: TargetMeaning, actual: string, target: string | null, time = over, accrues = false) {
  const input = { actual: decimal(actual), target: target === null ? null : decimal(target), time, accrues };
  const found = paceByMeaning(input, meaning);
  return [found.attain?.toFixed(), found.pace?.toFixed(), found.expected?.toFixed()];
}

test("[K-12] from 1.0 M to 1.5 M, 1.35 M is 70 %; from 500 down to 400, 420 is 80 % [PUB T1]", () => {
  assert.deepEqual(pace({ kind: "maximize", start: "1000000" }, "1350000", "1500000"), ["0.7", "0.7", "1500000"]);
  assert.deepEqual(pace({ kind: "minimize", start: "500" }, "420", "400"), ["0.8", "0.8", "400"]);
});

test("[K-12] half-way through the month half of the way is due: 1.25 M of 1.0 to 1.5 M is on pace", () => {
  assert.equal(half.progress?.toFixed(), "0.5");
  assert.deepEqual(pace({ kind: "maximize", start: "1000000" }, "1250000", "1500000", half, true), [
    "0.5",
    "1",
    "1250000",
  ]);
});

test("[K-12] 250 ± 5 % holds 237.5 to 262.5: 262 is within, 268 is not; own bounds need no target", () => {
  const band: TargetMeaning = { kind: "maintain", tolerance: "5" };
  assert.deepEqual([pace(band, "262", "250")[0], pace(band, "268", "250")[0]], ["1", "0"]);
  assert.equal(pace({ kind: "maintain", least: "0.98" }, "0.985", null)[0], "1");
});

test("[K-12] a milestone that is not done is not behind before its period ends", () => {
  assert.deepEqual(pace({ kind: "milestone" }, "0", "1", half).slice(0, 2), ["0", "1"]);
  assert.deepEqual(pace({ kind: "milestone" }, "0", "1", over).slice(0, 2), ["0", "0"]);
  assert.deepEqual(pace({ kind: "milestone" }, "1", "1", half).slice(0, 2), ["1", "1"]);
});
