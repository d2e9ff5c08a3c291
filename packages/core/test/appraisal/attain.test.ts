import assert from "node:assert/strict";
import { test } from "node:test";
import { type Attain, AttainFormula, attainmentOf } from "@dabiao/core/appraisal/scoring/attain.ts";
import { checkRuleTarget } from "@dabiao/core/appraisal/scoring/check-rule.ts";
import { scoreItem } from "@dabiao/core/appraisal/scoring/score-item.ts";
import { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";

const by = (formula: AttainFormula, start = "80", unitScale = false): Attain => ({ formula, start, unitScale });
const attain = (attained: Attain, actual: string, target: string): string => {
  const value = attainmentOf(attained, decimal(actual), decimal(target));
  return typeof value === "string" ? value : value.toDecimalPlaces(3).toString();
};
const row = (formula: AttainFormula) =>
  ["0", "25", "40", "50", "60", "75", "100"].map((actual) => attain(by(formula), actual, "50"));

test("[S-05] with a target of 50, 2 − A/T goes from 2 down to 0 at twice the target [PUB K6]", () => {
  assert.deepEqual(row("down"), ["2", "1.5", "1.2", "1", "0.8", "0.5", "0"]);
});

test("[S-05] T/A doubles at half the target and says nothing of an actual of 0 [PUB+ K6]", () => {
  assert.deepEqual(row("downRatio"), ["actual_zero", "2", "1.25", "1", "0.833", "0.667", "0.5"]);
});

test("[S-05] closest is best: 1 − |A − T| ÷ T falls on both sides [PUB K7]", () => {
  assert.deepEqual(row("closest"), ["0", "0.5", "0.8", "1", "0.8", "0.5", "0"]);
  assert.deepEqual(
    ["55", "50", "45"].map((actual) => attain(by("closest"), actual, "50")),
    ["0.9", "1", "0.9"],
  );
});

test("[S-05] from a start of 80, the way to 50 that is covered [PUB+ T1]", () => {
  assert.deepEqual(row("baseline"), ["2.667", "1.833", "1.333", "1", "0.667", "0.167", "-0.667"]);
});

test("[S-05] every formula gives exactly 1 at the target: 1 − A/T, which gives 0 there, is not on offer [DEFECT K8]", () => {
  for (const formula of AttainFormula.options) assert.equal(attain(by(formula), "50", "50"), "1", formula);
  assert.equal(ScoringRule.safeParse({ kind: "proportional", attain: { formula: "oneMinusRatio" } }).success, false);
});

test("[S-05] nothing is assumed: a rule that does not say which formula is no rule", () => {
  assert.equal(ScoringRule.safeParse({ kind: "proportional" }).success, false);
  assert.equal(ScoringRule.safeParse({ kind: "proportional", attain: { formula: "baseline" } }).success, false);
});

test("[S-06] the falling rule around targets above, below and at 0 [PUB K6]", () => {
  const falling = (target: string, ...actuals: string[]) =>
    actuals.map((actual) => attain(by("down", "0", true), actual, target));
  assert.deepEqual(falling("50", "50", "100", "200", "0"), ["1", "0", "-2", "2"]);
  assert.deepEqual(falling("-50", "-50", "-100", "0", "50"), ["1", "2", "0", "-1"]);
  assert.deepEqual(falling("0", "0", "1", "-1", "-2", "2"), ["1", "0", "2", "3", "-1"]);
});

test("[S-06] the rising rule mends the cases that break A/T: 3 of −2 is 350 %, −1 of −1 is 100 %, 0 of −1 is 200 % [PUB+ K9 K10]", () => {
  assert.deepEqual(
    [
      ["3", "-2"],
      ["-1", "-1"],
      ["0", "-1"],
    ].map(([actual = "", target = ""]) => attain(by("up"), actual, target)),
    ["3.5", "1", "2"],
  );
  assert.equal(decimal(3).div(-2).toString(), "-1.5", "what plain A/T gives for a profit where a loss was planned");
});

test("[S-06] a target of 0 has no attainment unless the KPI lies between 0 and 1; the rule is refused and the line says why", () => {
  const rule = ScoringRule.parse({ kind: "proportional", attain: { formula: "down" } });
  assert.deepEqual(
    checkRuleTarget(rule, decimal(0)).map(({ code }) => code),
    ["scoring_target_zero"],
  );
  assert.deepEqual(checkRuleTarget(rule, decimal(5)), []);
  const line = scoreItem(rule, { actual: decimal(3), target: decimal(0) });
  assert.deepEqual([line.state, line.reason, line.points], ["unscorable", "target_zero", null]);
  const shares = ScoringRule.parse({ kind: "proportional", attain: { formula: "up", unitScale: true } });
  assert.deepEqual(checkRuleTarget(shares, decimal(0)), []);
  assert.equal(scoreItem(shares, { actual: decimal("0.1"), target: decimal(0) }).score, "110");
});

test("[S-06] more returns than sales against a target: the score is 0 and the attainment keeps its sign", () => {
  const rule = ScoringRule.parse({ kind: "proportional", attain: { formula: "up" } });
  const line = scoreItem(rule, { actual: decimal(-30), target: decimal(100) });
  assert.deepEqual([line.attainment, line.score], ["-0.3", "0"]);
});

test("[S-06] better actuals never attain less, whatever the sign of the target", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.constantFrom("up" as const, "down" as const),
      (one, other, target, formula) => {
        fc.pre(target !== 0);
        const value = (actual: number) => attainmentOf(by(formula), decimal(actual), decimal(target));
        const [low, high] = [value(Math.min(one, other)), value(Math.max(one, other))];
        if (typeof low === "string" || typeof high === "string") throw new Error("an attainment was expected");
        assert.ok(formula === "up" ? low.lte(high) : low.gte(high));
      },
    ),
    { numRuns: 200 },
  );
});
