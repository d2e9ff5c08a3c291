import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScoringRule } from "@dabiao/core/appraisal/scoring/check-rule.ts";
import { type ItemInput, scoreItem } from "@dabiao/core/appraisal/scoring/score-item.ts";
import { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";

const up = { of: "attainment", attain: { formula: "up" } };
const actual = { of: "actual" };
const rule = (written: unknown) => ScoringRule.parse(written);
const line = (made: ScoringRule, value: string, target = "100", more: ItemInput = {}) =>
  scoreItem(made, { actual: decimal(value), target: decimal(target), ...more });
const points = (made: ScoringRule, target: string, ...values: string[]) =>
  values.map((value) => line(made, value, target).points);
const proportional = (more = {}) => rule({ kind: "proportional", attain: { formula: "up" }, ...more });

test("[S-01] 80 % of the target is 80 points; 45 of 50 is 90, 40 of 50 is 80 [PUB K1 K2]", () => {
  assert.deepEqual(points(proportional(), "100", "80"), ["80"]);
  assert.deepEqual(points(proportional(), "50", "45", "40"), ["90", "80"]);
});

test("[S-01] a form of 1,000 points at 10 a point: 80 points are 800 [PUB K3]", () => {
  assert.deepEqual(points(proportional({ full: "1000" }), "100", "80"), ["800"]);
});

test("[S-01] 150 points come from 75 of 50; the printed 60 of 50 is 120 [DEFECT K2]", () => {
  const uncapped = proportional({ cap: "2" });
  assert.deepEqual(points(uncapped, "50", "75", "60"), ["150", "120"]);
});

test("[S-02] gate 60 %, cap 120 %, weight 40: 0, 24, 38, 40 and 48 points [OWN]", () => {
  const gated = proportional({ gate: "0.6", cap: "1.2", full: "40" });
  assert.deepEqual(points(gated, "10000", "5999", "6000", "9500", "10000", "13000"), ["0", "24", "38", "40", "48"]);
});

test("[S-02] the gate looks at the unrounded attainment: 59.995 % would show as 60.00 % and has nothing", () => {
  assert.deepEqual(points(proportional({ gate: "0.6" }), "100000", "59995"), ["0"]);
});

const cash = rule({
  kind: "bands",
  measure: actual,
  better: "up",
  full: "20",
  allowOver: true,
  bands: [
    { from: null, to: "10000.01", points: "10" },
    { from: "10000.01", to: "20000", points: "15" },
    { from: "20000", to: "20000.01", points: "20" },
    { from: "20000.01", to: null, points: "25" },
  ],
});

test("[S-03] cash of a month: 10,000 gives 10, below 20,000 15, exactly 20,000 20, more 25 of 20 [PUB K4]", () => {
  assert.deepEqual(points(cash, "20000", "10000", "19999.99", "20000", "20000.01", "0"), [
    "10",
    "15",
    "20",
    "25",
    "10",
  ]);
  assert.equal(line(cash, "30000", "20000").score, "125");
  assert.deepEqual(checkScoringRule(cash), []);
  assert.deepEqual(
    checkScoringRule({ ...cash, allowOver: false } as ScoringRule).map(({ code }) => code),
    ["scoring_band_over"],
  );
});

test("[S-03] new clients 0, 1, more; satisfaction below 50, below 80, from 80 [PUB K4]", () => {
  const table = (full: string, ...limits: [string | null, string | null, string][]) =>
    rule({
      kind: "bands",
      measure: actual,
      better: "up",
      full,
      bands: limits.map(([from, to, given]) => ({ from, to, points: given })),
    });
  const clients = table("20", [null, "1", "0"], ["1", "2", "15"], ["2", null, "20"]);
  assert.deepEqual(points(clients, "1", "0", "1", "2", "7"), ["0", "15", "20", "20"]);
  const satisfied = table("10", [null, "50", "3"], ["50", "80", "5"], ["80", null, "10"]);
  assert.deepEqual(points(satisfied, "80", "49.9", "50", "79.99", "80"), ["3", "5", "5", "10"]);
});

test("[S-03] where less is better the upper end belongs to the band", () => {
  const days = rule({
    kind: "bands",
    measure: actual,
    better: "down",
    bands: [
      { from: null, to: "2", points: "100" },
      { from: "2", to: "5", points: "60" },
      { from: "5", to: null, points: "0" },
    ],
  });
  assert.deepEqual(points(days, "2", "2", "2.01", "5", "5.01"), ["100", "60", "60", "0"]);
});

test("[S-03] bands with a gap, an overlap or a closed end are refused: closed bands gave 0 between them [DEFECT O9]", () => {
  const codes = (...bands: [string | null, string | null][]) =>
    checkScoringRule(
      rule({
        kind: "bands",
        measure: actual,
        better: "up",
        bands: bands.map(([from, to]) => ({ from, to, points: "1" })),
      }),
    ).map(({ code }) => code);
  assert.deepEqual(codes([null, "80"], ["81", null]), ["scoring_band_gap"]);
  assert.deepEqual(codes([null, "80"], ["80", "90"], ["85", null]), ["scoring_band_overlap"]);
  assert.deepEqual(codes(["0", "80"], ["80", "100"]), ["scoring_band_first", "scoring_band_last"]);
  assert.deepEqual(codes([null, "80"], ["80", "80"], ["80", null]), ["scoring_band_empty"]);
  assert.deepEqual(codes([null, null]), []);
});

test("[S-03] interpolated, a band leans to the next: halfway from 60 at 80 % to 100 at 100 % is 80", () => {
  const leaning = rule({
    kind: "bands",
    measure: up,
    better: "up",
    interpolate: true,
    bands: [
      { from: null, to: "0.8", points: "0" },
      { from: "0.8", to: "1", points: "60" },
      { from: "1", to: null, points: "100" },
    ],
  });
  assert.deepEqual(points(leaning, "100", "79", "80", "90", "100", "300"), ["0", "60", "80", "100", "100"]);
});

test("[CV-2] no actual, no target, not applicable and waived are four different answers, and none of them is 0 points", () => {
  const made = proportional();
  const states = [
    scoreItem(made, { actual: null, target: decimal(1) }),
    scoreItem(made, { actual: decimal(1), target: null }),
    scoreItem(made, { state: "not_applicable" }),
    scoreItem(made, { state: "waived" }),
  ];
  assert.deepEqual(
    states.map(({ state, reason, points: given }) => [state, reason, given]),
    [
      ["no_data", "actual_missing", null],
      ["no_data", "target_missing", null],
      ["not_applicable", null, null],
      ["waived", null, null],
    ],
  );
});

test("[A-05] points written over the system's keep both values and the reason", () => {
  const written = line(proportional(), "80", "100", { override: { points: decimal(90), reason: "系统漏算一单" } });
  assert.deepEqual([written.points, written.systemPoints], ["90", "80"]);
  assert.match(JSON.stringify(written.trace.at(-1)), /系统漏算一单/);
});

const value = fc.integer({ min: -500, max: 500 });
const pair = fc.tuple(value, value).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

test("[S-01] a score stays between 0 and the cap and never falls as attainment rises (invariant 8)", () => {
  fc.assert(
    fc.property(pair, fc.integer({ min: 0, max: 100 }), ([low, high], gate) => {
      const made = proportional({ gate: decimal(gate).div(100).toString() });
      const [worse, better] = [low, high].map((given) => decimal(line(made, String(given)).score ?? "-1"));
      assert.ok(worse?.gte(0) && better?.lte(120) && worse.lte(better));
    }),
    { numRuns: 200 },
  );
});

test("[S-03] a table whose points rise never gives less for more, interpolated or not (invariant 8)", () => {
  const limits = fc.uniqueArray(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(limits, pair, fc.boolean(), (cuts, [low, high], interpolate) => {
      const sorted = cuts.toSorted((a, b) => a - b);
      const bands = [null, ...sorted].map((from, index) => ({
        from: from === null ? null : String(from),
        to: sorted[index] === undefined ? null : String(sorted[index]),
        points: String(index * 10),
      }));
      const made = rule({ kind: "bands", measure: actual, better: "up", bands, interpolate });
      assert.deepEqual(checkScoringRule(made), []);
      const [worse, better] = [low, high].map((given) => decimal(line(made, String(given)).points ?? "-1"));
      assert.ok(worse?.gte(0) && better && worse.lte(better) && better.lte(sorted.length * 10));
    }),
    { numRuns: 200 },
  );
});
