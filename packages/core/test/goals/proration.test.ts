import assert from "node:assert/strict";
import { test } from "node:test";
import { period } from "@dabiao/core/calendar/period.ts";
import { cascadeTarget } from "@dabiao/core/goals/cascade.ts";
import { type ChangeMode, effectiveTarget, needsTwoApprovals } from "@dabiao/core/goals/effective-target.ts";
import { prorateTarget, servedShare } from "@dabiao/core/goals/served-share.ts";
import { decimal, ONE, sum } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { china } from "../support/calendars.ts";
import { decimals, texts } from "../support/decimals.ts";

const october = { start: "2025-10-01", end: "2025-11-01" };
const raised = [
  { from: "2025-10-01", amount: decimal(100) },
  { from: "2025-10-16", amount: decimal(130) },
];
const changed = (mode: ChangeMode, basis: "workdays" | "days" = "workdays") =>
  texts([effectiveTarget(october, raised, china, mode, basis)], 2)[0];

test("[G-09] October's 100 raised to 130 from the 16th is 120.00 by working days, 115.48 by calendar days [PUB+ H1]", () => {
  assert.equal(changed("prorate"), "120.00");
  assert.equal(changed("prorate", "days"), "115.48");
});

test("[G-09] replaced it is 130; forward only it is the part before plus 130 [OWN]", () => {
  assert.equal(changed("replace"), "130.00");
  assert.equal(changed("forwardOnly"), "163.33");
  assert.equal(effectiveTarget(october, [], china), null);
  assert.equal(effectiveTarget(october, [...raised].reverse(), china)?.toString(), "120");
});

test("[G-09] a change after the middle of the period needs two approvals", () => {
  assert.equal(needsTwoApprovals(october, "2025-10-16", china), false);
  assert.equal(needsTwoApprovals(october, "2025-10-22", china), true);
});

test("[G-10] annual 100,000 in quarters of 20/20/20/40 %, from 1 March: 6,667 and then whole quarters, 86,667 [PUB Q2]", () => {
  const served = { start: "2025-03-01", end: "2026-01-01" };
  const quarters = decimals(20_000, 20_000, 20_000, 40_000).map((target, index) =>
    prorateTarget(target, servedShare(period(`2025-Q${index + 1}`, china), served, china, "months")),
  );
  assert.deepEqual(texts(quarters, 0), ["6667", "20000", "20000", "40000"]);
  assert.equal(texts([sum(quarters.flatMap((quarter) => quarter ?? []))], 2)[0], "86666.67");
});

test("[G-10] joined on 20 March 2025 with 8 days to work: 9.5 of 12 months, 0.7917 [PUB+ W1]", () => {
  const share = servedShare(period("2025", china), { start: "2025-03-20", end: "2026-01-01" }, china, "halfMonths");
  assert.deepEqual(texts([share], 4), ["0.7917"]);
});

test("[G-10] half months: 10 attended days are half a month, 11 a whole one; a full short February is whole", () => {
  const months = (start: string, end: string, month: string) =>
    servedShare(period(month, china), { start, end }, china, "halfMonths")?.toString();
  assert.equal(months("2025-03-18", "2025-04-01", "2025-03"), "0.5");
  assert.equal(months("2025-03-17", "2025-04-01", "2025-03"), "1");
  assert.equal(months("2026-02-01", "2026-03-01", "2026-02"), "1");
  assert.equal(months("2025-10-01", "2025-10-08", "2025-10"), "0");
});

test("[G-10] leave takes its working days out; not served at all means no goal, never a goal of 0", () => {
  const share = servedShare(october, october, china, "workdays", [{ start: "2025-10-13", end: "2025-10-20" }]);
  assert.equal(prorateTarget(decimal(180), share)?.toString(), "130");
  assert.equal(
    prorateTarget(decimal(180), servedShare(october, { start: "2025-11-01", end: "2025-12-01" }, china)),
    null,
  );
  assert.equal(servedShare({ start: "2025-10-01", end: "2025-10-08" }, october, china), null);
});

test("[G-10] whatever the hire day, the share lies between 0 and 1, and two halves make a whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom("workdays" as const, "days" as const),
      (day, basis) => {
        const change = `2025-10-${String(day).padStart(2, "0")}`;
        const before = servedShare(october, { start: "2025-01-01", end: change }, china, basis);
        const after = servedShare(october, { start: change, end: "2026-01-01" }, china, basis);
        assert.ok(before && after && before.gte(0) && after.lte(1));
        assert.ok(before.plus(after).minus(1).abs().lt("1e-50"));
      },
    ),
  );
});

test("[G-12] October's 180 over 18 working days is 0/30/50/50/50 by week [PUB+ H1]", () => {
  const weeks = cascadeTarget({ period: period("2025-10", china), amount: decimal(180) }, ONE, china);
  assert.deepEqual(texts(weeks.map(({ amount }) => amount)), ["0", "30", "50", "50", "50"]);
});

test("[G-12] a week's 30 falls equally on its three working days, 补班 Saturday included", () => {
  const days = cascadeTarget({ period: period("2025-10-W41", china), amount: decimal(30) }, ONE, china);
  assert.deepEqual(texts(days.map(({ amount }) => amount)), ["0", "0", "0", "10", "10", "10", "0"]);
});

test("[G-12] a year split by seasonal indices, then by working days, always adds up", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }),
      (amount, indices) => {
        const year = { period: period("2026", china), amount: decimal(amount) };
        const quarters = cascadeTarget(year, ONE, china, { weights: decimals(...indices) });
        const months = quarters.flatMap((quarter) => cascadeTarget(quarter, ONE, china));
        const days = months
          .flatMap((month) => cascadeTarget(month, ONE, china))
          .flatMap((week) => cascadeTarget(week, ONE, china));
        for (const level of [quarters, months, days])
          assert.equal(sum(level.map((part) => part.amount)).toNumber(), amount);
      },
    ),
    { numRuns: 15 },
  );
});
