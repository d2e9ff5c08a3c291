import assert from "node:assert/strict";
import { test } from "node:test";
import { comparableResults, seasonFactors } from "@dabiao/core/goals/comparable-results.ts";
import { isNearThreshold, managerGoal, teamTotal } from "@dabiao/core/goals/manager-goal.ts";
import { chanceOf, LEAST_HISTORY, type OddsEvidence, oddsModel, resultAt } from "@dabiao/core/goals/odds.ts";
import { type FunnelRecord, reverseFunnel } from "@dabiao/core/goals/reverse-funnel.ts";
import { decimal, ONE } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { decimals, texts } from "../support/decimals.ts";

const evidence = (more: Partial<OddsEvidence>): OddsEvidence => ({
  own: [],
  peers: [],
  done: 0,
  timeLeft: 1,
  pipeline: [],
  ...more,
});
const steady = [80, 90, 85, 100, 95, 90];

test("[A14] against 80, 90, 85, 100, 95, 90 a target of 90 is about even, 120 nearly out of reach, 70 nearly safe [OWN]", () => {
  const model = oddsModel(evidence({ own: steady }));
  assert.ok(model);
  const chance = (target: number) => Number(chanceOf(model, target).toFixed(2));
  assert.equal(chance(90), 0.5);
  assert.ok(chance(120) < 0.02 && chance(70) > 0.97, `${chance(120)} ${chance(70)}`);
  assert.ok(Math.abs(resultAt(model, 0.5) - 90) < 0.01);
});

test("[A14] with fewer than six comparable results nothing is said", () => {
  assert.equal(oddsModel(evidence({ own: [100, 90], peers: [80, 70, 95] })), null);
  assert.ok(oddsModel(evidence({ own: [100], peers: [80, 70, 95, 60, 90] })));
  assert.equal(LEAST_HISTORY, 6);
});

test("[A14] a newcomer without own results is judged by the team, six own results count for more than the team", () => {
  const peers = [50, 55, 60, 45, 50, 52, 58];
  assert.equal(oddsModel(evidence({ peers }))?.basis, "peers");
  assert.equal(oddsModel(evidence({ own: [90, 95], peers }))?.basis, "blended");
  assert.equal(oddsModel(evidence({ own: steady, peers }))?.basis, "own");
});

test("[A14] what is done stays done: with half the time left 60 done of 90 is likelier than nothing done", () => {
  const behind = oddsModel(evidence({ own: steady, timeLeft: 0.5 }));
  const ahead = oddsModel(evidence({ own: steady, timeLeft: 0.5, done: 60 }));
  assert.ok(behind && ahead && chanceOf(ahead, 90) > 0.9 && chanceOf(behind, 90) < 0.05);
  const over = oddsModel(evidence({ own: steady, timeLeft: 0, done: 90 }));
  assert.ok(over && chanceOf(over, 90) === 1 && chanceOf(over, 90.01) === 0);
});

test("[A14] an empty pipeline changes nothing, three open deals do", () => {
  const deals = [1, 2, 3].map(() => ({ amount: 40, probability: 0.5 }));
  const without = oddsModel(evidence({ own: steady, pipeline: deals.slice(1) }));
  const rich = oddsModel(evidence({ own: steady, pipeline: [...deals, ...deals] }));
  assert.equal(without?.pipelineWeight, 0);
  assert.equal(rich?.pipelineWeight, 0.25);
  assert.ok(rich && without && chanceOf(rich, 110) > chanceOf(without, 110) + 0.1);
});

test("[A14] the chance never rises with the target, and is between 0 and 1 (invariant 15)", () => {
  const result = fc.integer({ min: -50, max: 500 });
  fc.assert(
    fc.property(
      fc.array(result, { minLength: 3, maxLength: 12 }),
      fc.array(result, { minLength: 3, maxLength: 12 }),
      fc.array(
        fc.record({
          amount: fc.integer({ min: 1, max: 300 }),
          probability: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 6 },
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: -100, max: 900 }),
      fc.integer({ min: 0, max: 300 }),
      (own, peers, pipeline, timeLeft, target, more) => {
        const model = oddsModel(evidence({ own, peers, pipeline, timeLeft, done: 20 }));
        assert.ok(model);
        const [low, high] = [chanceOf(model, target), chanceOf(model, target + more)];
        assert.ok(high <= low && low <= 1 && high >= 0);
        assert.ok(Math.abs(chanceOf(model, target, "down") + low - 1) < 1e-9);
      },
    ),
  );
});

test("[A14] December sold twice as much: a December is judged by history put into December [OWN]", () => {
  const totals = Array.from({ length: 24 }, (_, index) => decimal(index % 12 === 0 ? 200 : 100));
  const factors = seasonFactors(totals, 12);
  assert.deepEqual(texts(factors.slice(0, 3), 2), ["1.00", "2.00", "2.00"]);
  const past = [0, 1, 2].map((index) => ({ index, value: decimal(index === 0 ? 200 : 100), share: ONE }));
  assert.deepEqual(texts(comparableResults(past, factors, decimal("0.5")), 0), ["100", "100", "100"]);
  assert.deepEqual(texts(seasonFactors(decimals(1, 2, 3), 12), 0), ["1", "1", "1"]);
});

test("[A14] half a month served counts as its whole, less is left out", () => {
  const past = [
    { index: 0, value: decimal(50), share: decimal("0.5") },
    { index: 1, value: decimal(10), share: decimal("0.2") },
  ];
  assert.deepEqual(texts(comparableResults(past, [ONE, ONE], ONE), 0), ["100"]);
});

const record = (activity: number, deals: number, result: number, weeks = 25): FunnelRecord => ({
  activity: decimal(activity),
  deals: decimal(deals),
  result: decimal(result),
  weeks,
});
const options = { weeks: decimal(5), step: ONE, cap: decimal("0.5") };
const team = record(3000, 300, 7_500_000);

test("[A8] for 500,000 in five weeks Li, who wins one visit in five, needs fewer visits a week than Zhang, who wins one in ten [OWN]", () => {
  const result = decimal(500_000);
  const li = reverseFunnel(result, record(300, 60, 1_500_000), team, options);
  const zhang = reverseFunnel(result, record(400, 40, 1_000_000), team, { ...options, cap: decimal(9) });
  assert.deepEqual([li?.perWeek.toFixed(), li?.basis], ["18", "own"]);
  assert.deepEqual([zhang?.perWeek.toFixed(), zhang?.basis], ["40", "own"]);
  assert.equal(li?.uncapped?.toFixed(), "21");
  assert.ok(li?.savedByFivePoints.gt(0));
});

test("[A8] a newcomer with three visits gets the team's rate, and no cap by a pace that says nothing [OWN]", () => {
  const newcomer = reverseFunnel(decimal(500_000), record(3, 1, 90_000), team, options);
  assert.deepEqual(
    [newcomer?.basis, newcomer?.conversion.toString(), newcomer?.ticket.toString()],
    ["team", "0.1", "25000"],
  );
  assert.equal(newcomer?.perWeek.toFixed(), "40");
});

test("[A8] nothing left to bring needs nothing; without any won deal anywhere nothing is proposed", () => {
  assert.equal(reverseFunnel(decimal(-5), record(300, 60, 1_500_000), team, options)?.perWeek.toFixed(), "0");
  assert.equal(reverseFunnel(decimal(5), record(300, 0, 0), record(300, 0, 0), options), null);
});

test("[G-13] a manager answers for the team, for it less a haircut, or for own and team; own sales count once in the total [OWN]", () => {
  const others = decimals(100, 150, 50);
  assert.equal(managerGoal({ kind: "team" }, others, decimal(80)).toString(), "300");
  assert.equal(managerGoal({ kind: "haircut", haircut: "0.1" }, others, null).toString(), "270");
  assert.equal(managerGoal({ kind: "ownAndTeam" }, others, decimal(80)).toString(), "380");
  assert.equal(teamTotal(others, decimal(80)).toString(), "380");
});

test("[G-13] a goal change counts as close to the own threshold within 10 % of it, and when it carries across", () => {
  const near = (before: string, after: string) => isNearThreshold(decimal(before), decimal(after), decimal("0.1"));
  assert.deepEqual(
    [near("0.97", "1.02"), near("0.5", "0.55"), near("0.6", "1.4"), near("1.5", "1.05")],
    [true, false, true, true],
  );
  assert.equal(isNearThreshold(null, null, decimal("0.1")), false);
});
