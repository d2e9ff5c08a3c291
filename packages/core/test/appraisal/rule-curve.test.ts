import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScoringRule } from "@dabiao/core/appraisal/scoring/check-rule.ts";
import { type CurveRule, curveFrame, ruleCurve } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import { moveHandle, ruleHandles } from "@dabiao/core/appraisal/scoring/rule-handles.ts";
import { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";

const curve = (written: unknown) => ScoringRule.parse(written) as CurveRule;
const T = decimal(1000);
const proportional = curve({ kind: "proportional", attain: { formula: "up" }, gate: "0.6" });
const bands = curve({
  kind: "bands",
  measure: { of: "attainment", attain: { formula: "up" } },
  better: "up",
  bands: [
    { from: null, to: "0.8", points: "0" },
    { from: "0.8", to: "1", points: "60" },
    { from: "1", to: null, points: "100" },
  ],
});
const places = (rule: CurveRule) =>
  ruleHandles(rule, T, curveFrame(rule, T)).map(({ name, x, y }) => `${name} ${x} ${y}`);
const moved = (rule: CurveRule, index: number, x: number, y: number) => {
  const frame = curveFrame(rule, T);
  const handle = ruleHandles(rule, T, frame)[index];
  assert.ok(handle);
  return moveHandle(rule, handle, { x: decimal(String(x)), y: decimal(String(y)) }, T, frame);
};

test("a proportional curve is held at its gate and its cap, in the KPI's own unit", () => {
  assert.deepEqual(places(proportional), ["gate 600 60", "cap 1200 120"]);
  const fewer = curve({ kind: "proportional", attain: { formula: "down" }, gate: "0.6" });
  assert.deepEqual(places(fewer), ["gate 1400 60", "cap 800 120"]);
});

test("dragging the cap to 1,503 makes it 150 %; the gate to 847, 85 %", () => {
  assert.equal((moved(proportional, 1, 1503, 0) as { cap: string }).cap, "1.5");
  assert.equal((moved(proportional, 0, 847, 0) as { gate: string }).gate, "0.85");
});

test("a band's handle moves its beginning with its neighbour's end, and its points", () => {
  const next = moved(bands, 1, 903, 74.6);
  assert.deepEqual((next as { bands: unknown }).bands, [
    { from: null, to: "0.9", points: "0" },
    { from: "0.9", to: "1", points: "75" },
    { from: "1", to: null, points: "100" },
  ]);
});

test("whatever is dragged where, the bands stay without gap or overlap", () => {
  const place = fc.integer({ min: -2000, max: 4000 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), place, fc.integer({ min: 0, max: 100 }), (index, x, y) => {
      assert.deepEqual(checkScoringRule(moved(bands, index, x, y)), []);
    }),
    { numRuns: 100 },
  );
});

test("a step is drawn as a step: just below the gate there are no points", () => {
  const points = ruleCurve(proportional, T, curveFrame(proportional, T));
  const below = points.findLast(({ x }) => x.lt(600));
  const at = points.find(({ x }) => x.eq(600));
  assert.deepEqual([below?.y?.toString(), at?.y?.toString()], ["0", "60"]);
  assert.ok(below?.x.gt("599.8"));
});

test("a rank is drawn over ten places, and held at the first and the last", () => {
  const rank = curve({
    kind: "rank",
    measure: { of: "actual" },
    better: "up",
    points: { kind: "linear", top: "100", bottom: "10" },
  });
  assert.deepEqual(
    ruleCurve(rank, T, curveFrame(rank, T)).map(({ y }) => y?.toString()),
    ["100", "90", "80", "70", "60", "50", "40", "30", "20", "10"],
  );
  assert.deepEqual(places(rank), ["top 1 100", "bottom 10 10"]);
});
