import assert from "node:assert/strict";
import { test } from "node:test";
import { CardItem, CardScoring } from "@dabiao/core/appraisal/scoring/card-scoring.ts";
import { checkCardScoring } from "@dabiao/core/appraisal/scoring/check-card.ts";
import { effectiveWeights } from "@dabiao/core/appraisal/scoring/effective-weights.ts";
import { lintCardScoring } from "@dabiao/core/appraisal/scoring/lint-card.ts";
import { scoreCard } from "@dabiao/core/appraisal/scoring/score-card.ts";
import type { ItemInput } from "@dabiao/core/appraisal/scoring/score-item.ts";
import { traceSentence } from "@dabiao/core/appraisal/scoring/trace-text.ts";
import type { Veto, VetoEffect } from "@dabiao/core/appraisal/scoring/veto.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";

const rule = { kind: "proportional", attain: { formula: "up" } };
const item = (key: string, weight: string, more: object = {}) => CardItem.parse({ key, weight, rule, ...more });
const extra = (key: string, kind: "bonus" | "penalty", max: string) =>
  CardItem.parse({
    key,
    kind,
    max,
    rule: {
      kind: "perUnit",
      measure: { of: "actual" },
      base: "0",
      standard: "0",
      above: { unit: "1", points: "1" },
      below: null,
      max: "100",
    },
  });
const scoring = (more: object = {}) => CardScoring.parse(more);
/** A line that scores as many points as its actual. */
const of = (value: string): ItemInput => ({ actual: decimal(value), target: decimal(100) });
const NA: ItemInput = { state: "not_applicable" };
const one = [item("sales", "100")];
const vetoed = (...effects: VetoEffect[]): Veto[] => effects.map((effect, index) => ({ key: `veto${index}`, effect }));

test("[S-10] weights 40/30/30, scores 90, 80 and not applicable are 85.71 [OWN]", () => {
  const card = { items: [item("a", "40"), item("b", "30"), item("c", "30")], scoring: scoring() };
  const score = scoreCard(card, { items: { a: of("90"), b: of("80"), c: NA } });
  assert.deepEqual([score.total, score.grade], ["85.71", "A"]);
  assert.equal(decimal(score.items["a"]?.effectiveWeight ?? "0").toFixed(2), "57.14");
});

test("[S-10] the weight of what does not apply may also count as full marks or be lost", () => {
  const items = [item("a", "40"), item("b", "30"), item("c", "30")];
  const total = (notApplicable: string) =>
    scoreCard({ items, scoring: scoring({ notApplicable }) }, { items: { a: of("90"), b: of("80"), c: NA } }).total;
  assert.deepEqual([total("full"), total("drop")], ["90.00", "60.00"]);
});

test("[S-10] missing data is not 0 and not left out: the total waits, what is known so far is shown", () => {
  const card = { items: [item("a", "60"), item("b", "40")], scoring: scoring() };
  const score = scoreCard(card, { items: { a: of("90"), b: { actual: null, target: decimal(100) } } });
  assert.deepEqual([score.total, score.grade, score.soFar], [null, null, "90.00"]);
  assert.deepEqual(score.blockers, [{ item: "b", reason: "actual_missing" }]);
  const waived = scoreCard(card, { items: { a: of("90"), b: { state: "waived" } } });
  assert.deepEqual([waived.total, waived.blockers], ["90.00", []]);
});

test("[S-10] weights inside dimensions: a dimension that does not apply gives its weight to the others", () => {
  const dimensions = [
    { key: "result", label: { zh: "结果" }, weight: "70" },
    { key: "process", label: { zh: "过程" }, weight: "30" },
  ];
  const card = {
    items: [
      item("a", "60", { dimension: "result" }),
      item("b", "40", { dimension: "result" }),
      item("c", "100", { dimension: "process" }),
    ],
    scoring: scoring({ weights: "dimensions", dimensions }),
  };
  assert.deepEqual(checkCardScoring(card), []);
  const whole = scoreCard(card, { items: { a: of("100"), b: of("50"), c: of("60") } });
  assert.equal(whole.total, "74.00");
  assert.deepEqual(
    whole.dimensions.map(({ score, weight }) => [score, weight]),
    [
      ["80", "70"],
      ["60", "30"],
    ],
  );
  assert.equal(scoreCard(card, { items: { a: of("100"), b: of("50"), c: NA } }).total, "80.00");
});

test("[S-10] weights must be exactly 100: three times 33.33 are 99.99 and refused", () => {
  const card = { items: ["a", "b", "c"].map((key) => item(key, "33.33")), scoring: scoring() };
  assert.deepEqual(checkCardScoring(card), [
    { code: "scorecard_weights_sum", params: { sum: "99.99" }, path: ["items"] },
  ]);
});

test("[S-13] hard gates, ranks, gates at the target and T/A are warned about", () => {
  const items = [
    item("a", "40", { rule: { ...rule, gate: "1" } }),
    item("b", "30", { rule: { kind: "proportional", attain: { formula: "downRatio" } } }),
    item("c", "30", {
      rule: {
        kind: "rank",
        measure: { of: "actual" },
        better: "up",
        points: { kind: "linear", top: "100", bottom: "0" },
      },
    }),
  ];
  const hard = { kind: "hard", key: "team", least: "0.8" };
  assert.deepEqual(
    lintCardScoring({ items, scoring: scoring({ gates: [hard] }) }).map(({ code, item: of }) => `${of}: ${code}`),
    ["a: zero_below_gate", "b: ratio_of_zero", "c: rank_volatile", "team: gate_hard"],
  );
});

test("[S-11] 96 and bonuses of 8 and 5 are 106: bonuses stop at 10 together [OWN]", () => {
  const card = { items: [...one, extra("patent", "bonus", "8"), extra("mentor", "bonus", "5")], scoring: scoring() };
  const items = { sales: of("96"), patent: { actual: decimal(9) }, mentor: { actual: decimal(5) } };
  const score = scoreCard(card, { items });
  assert.deepEqual([score.total, score.bonus], ["106.00", "10"]);
  assert.deepEqual(score.items["patent"]?.weighted, "8");
});

test("[S-11] deductions stop at 20, the total at 120 and never below 0; a bonus nobody claimed is nothing", () => {
  const card = { items: [...one, extra("late", "penalty", "50"), extra("patent", "bonus", "10")], scoring: scoring() };
  const total = (sales: string, late: string | null, patent: string | null) =>
    scoreCard(card, {
      items: {
        sales: of(sales),
        late: { actual: late === null ? null : decimal(late) },
        patent: { actual: patent === null ? null : decimal(patent) },
      },
    }).total;
  assert.deepEqual(
    [total("90", "30", null), total("10", "30", null), total("118", null, "10")],
    ["70.00", "0.00", "120.00"],
  );
});

test("[S-12] 92 with a veto that caps the grade at C shows 92.00 and C; with one that takes all, 0 with 92 kept [OWN]", () => {
  const card = { items: one, scoring: scoring() };
  const score = (...effects: VetoEffect[]) =>
    scoreCard(card, { items: { sales: of("92") }, vetoes: vetoed(...effects) });
  const capped = score({ kind: "gradeCap", grade: "C" });
  assert.deepEqual([capped.total, capped.grade, capped.gradeBeforeVeto], ["92.00", "C", "A"]);
  const zero = score({ kind: "zeroTotal" });
  assert.deepEqual([zero.total, zero.raw, zero.grade], ["0.00", "92", "D"]);
});

test("[S-12] a serious violation takes the behaviour dimension to 0 for the month [PUB K12]", () => {
  const dimensions = [
    { key: "result", label: { zh: "业绩" }, weight: "70" },
    { key: "behaviour", label: { zh: "行为" }, weight: "30" },
  ];
  const card = {
    items: [item("a", "100", { dimension: "result" }), item("b", "100", { dimension: "behaviour" })],
    scoring: scoring({ weights: "dimensions", dimensions }),
  };
  const vetoes = vetoed({ kind: "zeroDimension", dimension: "behaviour" });
  assert.equal(scoreCard(card, { items: { a: of("90"), b: of("100") }, vetoes }).total, "63.00");
});

test("[S-12] of several vetoes the most severe counts, in whatever order they are written", () => {
  const effects: VetoEffect[] = [
    { kind: "gradeCap", grade: "B" },
    { kind: "gradeCap", grade: "D" },
    { kind: "coefficientCap", coefficient: "0.5" },
    { kind: "coefficientCap", coefficient: "0.9" },
    { kind: "bonusZero" },
  ];
  const card = { items: [...one, extra("patent", "bonus", "10")], scoring: scoring() };
  const items = { sales: of("96"), patent: { actual: decimal(5) } };
  const results = [effects, effects.toReversed()].map((list) => scoreCard(card, { items, vetoes: vetoed(...list) }));
  for (const { total, grade, coefficient } of results)
    assert.deepEqual([total, grade, coefficient], ["96.00", "D", "0"]);
});

test("[S-13] a multiplier softens where a hard gate takes all: at 60 % of the team's target 96 is 76.80, not 0", () => {
  const total = (gate: object, attainment: string | null) =>
    scoreCard(
      { items: one, scoring: scoring({ gates: [gate] }) },
      { items: { sales: of("96") }, gates: { team: attainment === null ? null : decimal(attainment) } },
    ).total;
  const soft = { kind: "multiplier", key: "team" };
  const hard = { kind: "hard", key: "team", least: "0.8" };
  assert.deepEqual([total(soft, "0.6"), total(soft, "1.3"), total(soft, null)], ["76.80", "115.20", "96.00"]);
  assert.deepEqual([total(hard, "0.6"), total(hard, "0.8")], ["0.00", "96.00"]);
});

test("[S-00] every step from the actual to the coefficient stands in the trace, in words of both languages", () => {
  const card = { items: [...one, extra("patent", "bonus", "10")], scoring: scoring() };
  const score = scoreCard(card, { items: { sales: of("92"), patent: { actual: decimal(2) } } });
  const steps = [...(score.items["sales"]?.trace ?? []), ...score.trace];
  const name = (_: string, key: string) => ({ sales: "签约额", patent: "专利" })[key] ?? key;
  assert.deepEqual(
    steps.map((step) => `${step.rule} ${traceSentence(step, "zh-CN", name)}`),
    [
      "S-00 实际 92，目标 100",
      "S-01 达成率 = 92 ÷ 100 = 92%",
      "S-01 得分 = 满分 100 × 92% = 92",
      "S-10 签约额：92 × 100% = 92",
      "S-11 加分 2",
      "S-10 各项合计 92",
      "S-11 92 + 2 − 0 = 94",
      "S-15 四舍五入为 94",
      "S-15 94 分对应等级 A",
      "S-17 等级 A 的系数 1.1",
    ],
  );
  for (const step of steps)
    assert.doesNotMatch(
      traceSentence(step, "en", (_, key) => key),
      /[{}\u4e00-\u9fff]/,
    );
});

const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });

test("[S-10] whatever does not apply, the weights of the others sum to 100 (invariant 8)", () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 255 }), (list, mask) => {
      const items = list.map((weight, index) => item(`k${index}`, String(weight)));
      const out = new Set(items.filter((_, index) => (mask >> index) % 2 === 1).map(({ key }) => key));
      const shares = effectiveWeights(items, scoring(), out);
      assert.equal(shares.size, items.length - out.size);
      if (shares.size > 0) assert.ok(sum(shares.values()).minus(100).abs().lt("1e-50"));
    }),
    { numRuns: 200 },
  );
});

test("[S-00] the total stays between 0 and its cap, whatever the lines, extras, gates and vetoes (invariant 8)", () => {
  const value = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 2, maxLength: 2 }),
      value,
      value,
      fc.boolean(),
      (actuals, bonus, penalty, veto) => {
        const card = {
          items: [item("a", "55"), item("b", "45"), extra("up", "bonus", "30"), extra("down", "penalty", "30")],
          scoring: scoring({ gates: [{ kind: "multiplier", key: "team" }] }),
        };
        const items = {
          a: of(String(actuals[0])),
          b: of(String(actuals[1])),
          up: { actual: decimal(bonus) },
          down: { actual: decimal(penalty) },
        };
        const vetoes = veto ? vetoed({ kind: "zeroItem", item: "a" }) : [];
        const total = decimal(scoreCard(card, { items, vetoes, gates: { team: decimal(2) } }).total ?? "-1");
        assert.ok(total.gte(0) && total.lte(120));
      },
    ),
    { numRuns: 150 },
  );
});
