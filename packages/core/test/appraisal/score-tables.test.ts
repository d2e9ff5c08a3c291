import assert from "node:assert/strict";
import { test } from "node:test";
import { checkScoringRule } from "@dabiao/core/appraisal/scoring/check-rule.ts";
import { type ItemInput, scoreItem } from "@dabiao/core/appraisal/scoring/score-item.ts";
import { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

const up = { of: "attainment", attain: { formula: "up" } };
const actual = { of: "actual" };
const rule = (written: unknown) => ScoringRule.parse(written);
const line = (made: ScoringRule, value: string, target = "100", more: ItemInput = {}) =>
  scoreItem(made, { actual: decimal(value), target: decimal(target), ...more });
const points = (made: ScoringRule, target: string, ...values: string[]) =>
  values.map((value) => line(made, value, target).points);

const perUnit = (more: object) => rule({ kind: "perUnit", above: null, below: null, ...more });

test("[S-04] attainment, at most 30, one off for every 5 % short: 88 % is 28, or 27 if a part counts as one [PUB+ K5]", () => {
  const short = (count: string) =>
    perUnit({
      measure: up,
      base: "30",
      standard: "1",
      max: "30",
      full: "30",
      below: { unit: "0.05", points: "-1", count },
    });
  assert.deepEqual(points(short("floor"), "100", "88", "100", "130"), ["28", "30", "30"]);
  assert.deepEqual(points(short("ceil"), "100", "88", "85"), ["27", "27"]);
  assert.deepEqual(points(short("exact"), "100", "88"), ["27.6"]);
});

test("[S-04] growth, cash, new clients and attendance of a published form [PUB+ K5]", () => {
  const growth = perUnit({
    measure: actual,
    base: "0",
    standard: "0",
    max: "20",
    full: "20",
    above: { unit: "0.01", points: "1" },
  });
  assert.deepEqual(points(growth, "0", "0.079", "0.25", "-0.03"), ["7", "20", "0"]);
  const collected = perUnit({
    measure: { of: "difference" },
    base: "0",
    standard: "0",
    max: "10",
    full: "10",
    above: { unit: "0.05", points: "1" },
  });
  assert.deepEqual(points(collected, "0.8", "0.91", "0.7"), ["2", "0"]);
  const clients = perUnit({
    measure: actual,
    base: "0",
    standard: "0",
    max: "10",
    full: "10",
    above: { unit: "1", points: "2" },
  });
  assert.deepEqual(points(clients, "0", "6", "3"), ["10", "6"]);
  const late = perUnit({
    measure: actual,
    base: "2",
    standard: "0",
    max: "2",
    full: "2",
    above: { unit: "1", points: "-1" },
  });
  assert.deepEqual(points(late, "0", "0", "1", "2", "4"), ["2", "1", "0", "0"]);
});

test("[S-04] nothing said of either side, or least above most, is refused", () => {
  const empty = perUnit({ measure: actual, base: "0", standard: "0", min: "10", max: "5" });
  assert.deepEqual(
    checkScoringRule(empty).map(({ code }) => code),
    ["scoring_no_units", "scoring_points_range"],
  );
});

const SEQUENCE = "1.5 1.45 1.4 1.35 1.3 1.25 1.2 1.15 1.1 1.0 .9 .8 .6 .4 .2"
  .split(" ")
  .map((value) => Number(value).toString());
const ROWS = "1 .97 .94 .91 .88 .84 .80 .76 .72 .68 .64 .60 .56 .52 .50"
  .split(" ")
  .map((value) => Number(value).toString());
const COLUMNS = "1 .95 .90 .85 .80 .75 .70 .65 .60 .55 .50 .45 .40 .35 .30"
  .split(" ")
  .map((value) => Number(value).toString());

test("[S-07] the published table of two rates: 95 % and 87 % are 1.25, both full 1.5, 97 % and 95 % 1.4 [PUB K11]", () => {
  const places = ROWS.length + 1;
  const matrix = rule({
    kind: "matrix",
    measure: actual,
    columnKpi: "collection_rate",
    columnMeasure: actual,
    rows: ROWS.toReversed(),
    columns: COLUMNS.toReversed(),
    values: Array.from({ length: places }, (_, row) =>
      Array.from({ length: places }, (__, column) => SEQUENCE[2 * (places - 1) - row - column] ?? "0"),
    ),
    full: "1",
  });
  assert.deepEqual(checkScoringRule(matrix), []);
  const cell = (row: string, column: string) =>
    line(matrix, row, "1", { column: { actual: decimal(column), target: null } }).points;
  assert.deepEqual(
    [cell("0.95", "0.87"), cell("1", "1"), cell("0.97", "0.95"), cell("0.1", "0.1")],
    ["1.25", "1.5", "1.4", "0"],
  );
  assert.equal(line(matrix, "1", "1").reason, "column_missing");
});

test("[S-07] limits out of order or a missing cell are refused", () => {
  const matrix = { kind: "matrix", measure: actual, columnKpi: "a", columnMeasure: actual };
  const codes = (more: object) => checkScoringRule(rule({ ...matrix, ...more })).map(({ code }) => code);
  assert.deepEqual(codes({ rows: ["2", "1"], columns: ["1"], values: [["0"]] }), [
    "scoring_matrix_order",
    "scoring_matrix_size",
  ]);
});

test("[S-09] five peers, ties share their places: 90, 80, 80, 70, 60 give 100, 62.5, 62.5, 25, 0", () => {
  const ranked = rule({
    kind: "rank",
    measure: actual,
    better: "up",
    points: { kind: "linear", top: "100", bottom: "0" },
  });
  const peers = ["90", "80", "80", "70", "60"].map((value) => decimal(value));
  assert.deepEqual(
    peers.map((peer) => scoreItem(ranked, { actual: peer, peers }).points),
    ["100", "62.5", "62.5", "25", "0"],
  );
});

test("[S-09] by a table of places; fewer than five peers are not ranked", () => {
  const ranked = rule({
    kind: "rank",
    measure: actual,
    better: "down",
    points: {
      kind: "bands",
      bands: [
        { from: null, to: "1", points: "120" },
        { from: "1", to: "3", points: "100" },
        { from: "3", to: null, points: "60" },
      ],
    },
  });
  const peers = ["1", "2", "3", "4", "5"].map((value) => decimal(value));
  assert.deepEqual(
    peers.map((peer) => scoreItem(ranked, { actual: peer, peers }).points),
    ["120", "100", "100", "60", "60"],
  );
  const few = scoreItem(ranked, { actual: decimal(1), peers: peers.slice(0, 4) });
  assert.deepEqual([few.state, few.reason], ["unscorable", "peers_few"]);
});
