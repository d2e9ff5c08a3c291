import assert from "node:assert/strict";
import { test } from "node:test";
import { bestNextLine } from "@dabiao/core/appraisal/scoring/best-next-line.ts";
import { CardItem, CardScoring } from "@dabiao/core/appraisal/scoring/card-scoring.ts";
import type { CardInputs } from "@dabiao/core/appraisal/scoring/score-card.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

const rule = { kind: "proportional", attain: { formula: "up" } };
const item = (key: string, weight: string, more: object = {}) => CardItem.parse({ key, weight, rule, ...more });
const scoring = () => CardScoring.parse({});

test("[A2] the line that would raise the score most, what one more unit is worth, and how far it is", () => {
  const card = {
    items: [item("sales", "60", { rule: { ...rule, gate: "0.6" } }), item("visits", "40")],
    scoring: scoring(),
  };
  const inputs: CardInputs = {
    items: {
      sales: { actual: decimal(90_000), target: decimal(100_000) },
      visits: { actual: decimal(20), target: decimal(40) },
    },
  };
  const next = bestNextLine(card, inputs, { sales: decimal("0.01"), visits: decimal(1) });
  assert.equal(next.best, "visits");
  assert.deepEqual(next.lines, [
    { item: "visits", step: "1", unitGain: "1", potential: "20", needed: "20" },
    { item: "sales", step: "10000", unitGain: "6", potential: "6", needed: "10000" },
  ]);
});

test("[A2] a line without a target is worth what its best band would bring; one where less is better counts down", () => {
  const collected = {
    kind: "bands",
    measure: { of: "actual" },
    better: "up",
    bands: [
      { from: null, to: "0.7", points: "0" },
      { from: "0.7", to: "0.9", points: "80" },
      { from: "0.9", to: null, points: "100" },
    ],
  };
  const late = {
    kind: "perUnit",
    measure: { of: "actual" },
    base: "100",
    standard: "0",
    above: { unit: "1", points: "-10" },
    below: null,
    max: "100",
  };
  const card = {
    items: [item("rate", "60", { rule: collected }), item("late", "40", { rule: late })],
    scoring: scoring(),
  };
  const next = bestNextLine(
    card,
    { items: { rate: { actual: decimal("0.61") }, late: { actual: decimal(3) } } },
    { late: decimal(1) },
  );
  assert.equal(next.best, "rate");
  assert.deepEqual(next.lines, [
    { item: "rate", step: "0.01", unitGain: "0", potential: "60", needed: "0.29" },
    { item: "late", step: "1", unitGain: "4", potential: "12", needed: "-3" },
  ]);
});
