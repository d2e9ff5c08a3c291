import assert from "node:assert/strict";
import { test } from "node:test";
import { countedTarget, type DatedChange, versionsOf } from "@dabiao/core/goals/counted-target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { china } from "../support/calendars.ts";

const october = { start: "2025-10-01", end: "2025-11-01" };
const change = (from: string, by: number, more: Partial<DatedChange> = {}): DatedChange => ({
  from,
  by: decimal(by),
  mode: "prorate",
  basis: "workdays",
  ...more,
});
const counted = (amount: number, ...changes: DatedChange[]) =>
  countedTarget(october, decimal(amount), changes, china).toFixed(2);

test("[G-09] a ledger that went from 100 to 130 on 16 October counts 120.00, by calendar days 115.48 [PUB+ H1]", () => {
  assert.equal(counted(130, change("2025-10-16", 30)), "120.00");
  assert.equal(counted(130, change("2025-10-16", 30, { basis: "days" })), "115.48");
  assert.equal(counted(130, change("2025-10-16", 30, { mode: "replace" })), "130.00");
});

test("[G-09] a shift of 10 without a day of its own moves both versions: 110 and 140 count 130.00", () => {
  assert.equal(counted(140, change("2025-10-16", 30)), "130.00");
});

test("[G-09] a change on the first day, or one before or after the period, counts whole", () => {
  assert.equal(counted(130, change("2025-10-01", 30)), "130.00");
  assert.equal(counted(130, change("2025-09-16", 30), change("2025-11-03", 5)), "130.00");
});

test("[G-09] both versions stay readable, and of two changes on one day the later counts", () => {
  const versions = versionsOf(october, decimal(150), [change("2025-10-16", 30), change("2025-10-16", 20)]);
  assert.deepEqual(
    versions.map(({ from, amount }) => [from, amount.toFixed()]),
    [
      ["2025-10-01", "100"],
      ["2025-10-16", "150"],
    ],
  );
});
