import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScoringRule } from "@dabiao/core/appraisal/scoring/check-rule.ts";
import { scoreItem } from "@dabiao/core/appraisal/scoring/score-item.ts";
import { checkRating, type Rating } from "@dabiao/core/appraisal/scoring/score-rating.ts";
import { type RuleOf, ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { weightedMean } from "@dabiao/core/appraisal/scoring/weighted-mean.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { decimals } from "../support/decimals.ts";

const rating = (raters: object[], more = {}) =>
  ScoringRule.parse({ kind: "rating", free: true, raters, ...more }) as RuleOf<"rating">;
const three = rating([
  { role: "manager", weight: "50" },
  { role: "peer", weight: "30" },
  { role: "report", weight: "20" },
]);
const scoreOf = (rule: RuleOf<"rating">, ratings: Rating[]) => scoreItem(rule, { ratings }).points;
const mean = (values: (number | null)[], weights: number[]) =>
  weightedMean(
    values.map((value, index) => ({
      value: value === null ? null : decimal(String(value)),
      weight: decimal(String(weights[index])),
    })),
  );

test("[S-08] manager 90 at 50, peer 80 at 30, report 70 at 20: 83 [OWN]", () => {
  const ratings: Rating[] = [
    { role: "manager", points: "90" },
    { role: "peer", points: "80" },
    { role: "report", points: "70" },
  ];
  assert.equal(scoreOf(three, ratings), "83");
});

test("[S-08] a rater who has not rated is left out and never counts as 0: 86.25 [OWN]", () => {
  const ratings: Rating[] = [
    { role: "manager", points: "90" },
    { role: "peer", points: "80" },
  ];
  assert.equal(scoreOf(three, ratings), "86.25");
});

test("[S-08] several raters of one role are averaged; nobody at all is missing data", () => {
  const ratings: Rating[] = [
    { role: "peer", points: "80" },
    { role: "peer", points: "90" },
  ];
  assert.equal(scoreOf(three, ratings), "85");
  assert.equal(scoreItem(three, { ratings: [] }).reason, "rating_missing");
});

test("[S-08] printed goals: 5 at 30 % and 3 at 70 % are 3.6; (0.8 × 0.7 + 0.7 × 0.3) × 5 is 3.85; their mean is 3.767 [PUB H2]", () => {
  assert.equal(mean([5, 3], [30, 70])?.toString(), "3.6");
  assert.equal(mean([0.8, 0.7], [0.7, 0.3])?.times(5).toString(), "3.85");
  assert.equal(mean([3.6, 3.85, 3.85], [1, 1, 1])?.toFixed(3), "3.767");
});

test("[S-08] the printed goal tree: 12.5 % at 30 and 50 % at 70 are 38.75 %, 1.938 of 5 [PUB H2]", () => {
  const [first, second] = [mean([25, 0], [1, 1]), mean([100, 0], [1, 1])];
  assert.deepEqual([first?.toString(), second?.toString()], ["12.5", "50"]);
  const total = weightedMean(
    [first ?? null, second ?? null].map((value, index) => ({ value, weight: decimals(30, 70)[index]! })),
  );
  assert.deepEqual([total?.toString(), total?.div(100).times(5).toFixed(3)], ["38.75", "1.938"]);
});

test("[S-08] missing parts are not filled with 0: 3.6 of one of three parts is 3.6, not 1.2 [DEFECT H2]", () => {
  assert.equal(mean([3.6, null, null], [1, 1, 1])?.toString(), "3.6");
});

test("[S-08] fewer anonymous raters than the least are hidden and left out", () => {
  const quiet = rating([
    { role: "manager", weight: "50" },
    { role: "report", weight: "50", anonymous: true, least: 3 },
  ]);
  const reports = (count: number): Rating[] => Array.from({ length: count }, () => ({ role: "report", points: "60" }));
  assert.equal(scoreOf(quiet, [{ role: "manager", points: "90" }, ...reports(2)]), "90");
  assert.equal(scoreOf(quiet, [{ role: "manager", points: "90" }, ...reports(3)]), "75");
  const hidden = scoreItem(quiet, { ratings: [{ role: "manager", points: "90" }, ...reports(2)] });
  assert.doesNotMatch(JSON.stringify(hidden.trace), /"60"/);
});

const scale = rating([{ role: "manager", weight: "1" }], {
  free: false,
  options: [
    { key: "S", label: { zh: "卓越" }, points: "120", comment: true },
    { key: "A", label: { zh: "优秀" }, points: "100" },
    { key: "D", label: { zh: "不合格" }, points: "0", comment: true },
  ],
});

test("[S-08] a scale gives its points; the extremes ask why, and what is not on the scale is refused", () => {
  assert.equal(scoreOf(scale, [{ role: "manager", option: "S" }]), "120");
  const codes = (given: Omit<Rating, "role">) =>
    checkRating(scale, { role: "manager", ...given }).map(({ code }) => code);
  assert.deepEqual(codes({ option: "A" }), []);
  assert.deepEqual(codes({ option: "S" }), ["rating_reason"]);
  assert.deepEqual(codes({ option: "S", comment: "带出两名新人" }), []);
  assert.deepEqual(codes({ option: "E" }), ["rating_level"]);
  assert.deepEqual(codes({ points: "90" }), ["rating_range"]);
});

test("[S-08] a scale nobody can use, points off it and raters without weight are refused", () => {
  const codes = (rule: RuleOf<"rating">) => checkScoringRule(rule).map(({ code }) => code);
  assert.deepEqual(codes(scale), []);
  assert.deepEqual(codes({ ...scale, options: [] }), ["scoring_rating_scale"]);
  assert.deepEqual(codes({ ...scale, max: "110" }), ["scoring_rating_points"]);
  assert.deepEqual(codes(rating([{ role: "manager", weight: "0" }])), ["scoring_rater_weights"]);
});
