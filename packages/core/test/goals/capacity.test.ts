import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CapacityLine,
  capacity,
  capacityWeights,
  effectiveReps,
  tenureMonth,
} from "@dabiao/core/goals/capacity.ts";
import { commitGap, gapToCover } from "@dabiao/core/goals/commit-gap.ts";
import { attainmentOnBoth, compoundOverAssignment, streetTarget } from "@dabiao/core/goals/over-assignment.ts";
import {
  allotmentShare,
  territoryGoal,
  territoryPotential,
  territoryWorkload,
  weightedHistory,
} from "@dabiao/core/goals/territory.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { decimals, texts } from "../support/decimals.ts";

const line = (heads: number, quota: number, tenure: number | null = null): CapacityLine => ({
  heads: decimal(heads),
  monthlyQuota: decimal(quota),
  tenureMonth: tenure,
});

test("[G-05] seven ramped at 85 % and three ramping at 40 % of 150k carry 1,072,500 [PUB G1]", () => {
  const ramped = capacity([line(7, 150_000)], [], decimal("0.85"));
  const ramping = capacity([line(3, 150_000)], [], decimal("0.40"));
  assert.deepEqual(texts([ramped, ramping, ramped.plus(ramping)]), ["892500", "180000", "1072500"]);
});

test("[G-05] a grid of hires and leavers carries 205, 202.5 and 217.5; at 85 % 174.25, 172.125 and 184.875 [PUB+ G2]", () => {
  const ramp = decimals(0.25, 0.5, 0.75, 1);
  const months = [
    [line(20, 10), line(2, 10, 1)],
    [line(19, 10), line(2, 10, 2), line(1, 10, 1)],
    [line(19, 10), line(2, 10, 3), line(1, 10, 2), line(3, 10, 1)],
  ];
  assert.deepEqual(texts(months.map((lines) => capacity(lines, ramp))), ["205", "202.5", "217.5"]);
  assert.deepEqual(texts(months.map((lines) => capacity(lines, ramp, decimal("0.85")))), [
    "174.25",
    "172.125",
    "184.875",
  ]);
});

test("[G-05] hired by the 15th, the month of hire is month 1; later, the next month is", () => {
  assert.deepEqual(
    ["2026-02-01", "2026-03-01", "2026-04-01"].map((month) => tenureMonth("2026-03-15", month)),
    [0, 1, 2],
  );
  assert.deepEqual(
    ["2026-03-01", "2026-04-01"].map((month) => tenureMonth("2026-03-16", month)),
    [0, 1],
  );
});

test("[G-05] a newcomer's weight is ramped, half a month off counts half; past the ramp it is full", () => {
  const weights = capacityWeights(
    [line(1, 10, 1), { ...line(1, 10, 9), availability: decimal("0.5") }, line(1, 10, 0)],
    decimals(0.25, 0.5),
  );
  assert.deepEqual(texts(weights), ["2.5", "5", "0"]);
  assert.equal(effectiveReps(decimal(7), decimal(3), decimal("0.4")).toString(), "8.2");
});

test("[G-06] the copier territory has a potential of 10,600 [PUB E2]", () => {
  const groups = [
    [6, 500],
    [8, 700],
    [2, 1000],
  ].map(([accounts = 0, power = 0]) => ({ accounts: decimal(accounts), buyingPower: decimal(power) }));
  assert.equal(territoryPotential(groups).toString(), "10600");
});

test("[G-06] 12 % of the potential adds 120,000 to last year's 1.5 million; equal trust in 15 % and 12 % is 13.5 % [OWN]", () => {
  assert.equal(territoryGoal(decimal(1_500_000), decimal(1_000_000), decimal("0.12")).toString(), "1620000");
  assert.equal(allotmentShare(decimal("0.15"), decimal("0.12"), decimal("0.5")).toString(), "0.135");
  assert.equal(weightedHistory(decimal(10), decimal(20), decimal(30)).toString(), "90");
  assert.equal(
    territoryWorkload([
      { count: decimal(6), effort: decimal(4) },
      { count: decimal(10), effort: decimal("0.5") },
    ]).toString(),
    "29",
  );
});

test("[G-07] 10 % over-assigned: a team that reaches its plan reads 100 % of plan and 90.91 % of street [OWN]", () => {
  assert.equal(streetTarget(decimal(1000), decimal("0.1")).toString(), "1100");
  const { plan, street } = attainmentOnBoth(decimal(1000), decimal(1000), decimal("0.1"));
  assert.deepEqual(texts([plan, street], 4), ["1.0000", "0.9091"]);
});

test("[G-07] levels compound: 10 % on 15 % is 26.5 %, which is warned about", () => {
  assert.deepEqual(compoundOverAssignment(decimals(0.1, 0.1)).excessive, false);
  const warned = compoundOverAssignment(decimals(0.1, 0.15));
  assert.deepEqual([warned.compound.toString(), warned.excessive], ["0.265", true]);
});

test("[G-08] 100 less 30 closed less 45 weighted leaves 25; at a win rate of 25 % it takes 100 of pipeline [OWN]", () => {
  const deals = [
    { amount: decimal(60), probability: decimal("0.5") },
    { amount: decimal(30), probability: decimal("0.5") },
  ];
  const { gap, pipelineNeeded } = gapToCover(decimal(100), decimal(30), deals, decimal("0.25"));
  assert.deepEqual(texts([gap, pipelineNeeded]), ["25", "100"]);
  assert.equal(gapToCover(decimal(100), decimal(30), deals, decimal(0)).pipelineNeeded, null);
  assert.equal(gapToCover(decimal(70), decimal(30), deals, decimal(0)).pipelineNeeded?.toString(), "0");
  assert.equal(commitGap(decimal(100), decimals(40, 35)).toString(), "25");
});
