import assert from "node:assert/strict";
import { test } from "node:test";
import { coefficientOf, performancePay } from "@dabiao/core/appraisal/scoring/coefficient.ts";
import { composePeriods } from "@dabiao/core/appraisal/scoring/compose-periods.ts";
import { splitPool } from "@dabiao/core/appraisal/scoring/fixed-pool.ts";
import { checkGrades, DEFAULT_GRADES, gradeOf, roundScore } from "@dabiao/core/appraisal/scoring/grade.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { decimals, texts } from "../support/decimals.ts";

const grade = (score: string) => gradeOf(decimal(score), DEFAULT_GRADES);

test("[S-15] S from 95, A from 85, B from 70, C from 60, D below [PUB B1]", () => {
  assert.deepEqual(["95", "94.99", "85", "70", "60", "59.99", "118"].map(grade), ["S", "A", "A", "B", "C", "D", "S"]);
});

test("[S-15] what is shown decides: 94.995 shows 95.00 and is S, 94.994 shows 94.99 and is A [PUB+ B1]", () => {
  assert.deepEqual(["94.995", "94.994"].map(grade), ["S", "A"]);
});

test("[S-15] seven equal parts of 94.995, each cut at 60 digits, are still shown as 95.00", () => {
  const parts = Array.from({ length: 7 }, () => decimal("94.995").div(7));
  assert.ok(sum(parts).lt("94.995"));
  assert.equal(roundScore(sum(parts), 2).toFixed(2), "95.00");
});

test("[S-15] grades that do not fall, or whose last one is closed, are refused", () => {
  assert.deepEqual(checkGrades(DEFAULT_GRADES, []), []);
  const closed = DEFAULT_GRADES.map((band) => ({ ...band, from: band.from ?? "10" }));
  assert.equal(checkGrades(closed, [])[0]?.code, "scorecard_grades_order");
  assert.equal(checkGrades(DEFAULT_GRADES.toReversed(), [])[0]?.code, "scorecard_grades_order");
});

test("[S-14] 80 over 20 days, 90 over 18 and a month that does not apply: 84.74 by days, 85.00 each alike [OWN]", () => {
  const parts = [
    { score: decimal(80), days: decimal(20) },
    { score: decimal(90), days: decimal(18) },
    { score: "not_applicable" as const, days: decimal(21) },
  ];
  assert.deepEqual(texts([composePeriods(parts).score, composePeriods(parts, "equal").score], 2), ["84.74", "85.00"]);
});

test("[S-14] the year is the sum of twelve months ÷ 12 [PUB K14]; one month without a score holds it up", () => {
  const months = Array.from({ length: 12 }, (_, index) => ({ score: decimal(80 + index), days: decimal(21) }));
  assert.equal(composePeriods(months, "equal").score?.toString(), "85.5");
  const open = composePeriods([...months.slice(0, 11), { score: null, days: decimal(21) }]);
  assert.deepEqual([open.score, open.missing], [null, [11]]);
});

test("[A-10] twelve days under one manager at 90, nine under another at 76: 84.00 [OWN]", () => {
  const moved = composePeriods([
    { score: decimal(90), days: decimal(12) },
    { score: decimal(76), days: decimal(9) },
  ]);
  assert.equal(moved.score?.toFixed(2), "84.00");
});

test("[S-17] 10,000 × 10 % × 1.1 × 1.2 is 1,320.00; 1.0 × 9.5 × 8,000 ÷ 12 × 90 % is 5,700.00 [PUB+ W1]", () => {
  assert.equal(performancePay(decimal(10_000), decimals("0.1", "1.1", "1.2")).toFixed(2), "1320.00");
  assert.equal(performancePay(decimal(8_000), decimals("1.0", "9.5", "0.9"), decimal(12)).toFixed(2), "5700.00");
});

test("[S-17] pay is rounded once, at the end", () => {
  assert.equal(performancePay(decimal(100), decimals("1.005", "1.005", "1.005")).toFixed(2), "101.51");
});

test("[S-17] a coefficient by grade, in proportion to the score, or from a table of two KPIs", () => {
  const result = { score: decimal("92.5"), grade: "A" };
  assert.equal(coefficientOf({ kind: "grade" }, result, DEFAULT_GRADES)?.toString(), "1.1");
  assert.equal(coefficientOf({ kind: "linear", per: "100" }, result, DEFAULT_GRADES)?.toString(), "0.925");
  const table = {
    kind: "matrix" as const,
    row: "a",
    column: "b",
    rows: ["1"],
    columns: ["1"],
    values: [
      ["0", "0.8"],
      ["0.8", "1.2"],
    ],
  };
  const of = (a: string, b: string | null) =>
    coefficientOf(table, result, DEFAULT_GRADES, { a: decimal(a), b: b === null ? null : decimal(b) })?.toString() ??
    null;
  assert.deepEqual([of("1", "1"), of("1", "0.5"), of("0.5", "0.5"), of("1", null)], ["1.2", "0.8", "0", null]);
});

test("[S-18] a pool of 100,000 by 8000 × 1.2, 8000 × 1.0 and 6000 × 0.8 [OWN]", () => {
  const people = [
    ["8000", "1.2"],
    ["8000", "1.0"],
    ["6000", "0.8"],
  ].map(([base = "", coefficient = ""]) => ({ base: decimal(base), coefficient: decimal(coefficient) }));
  assert.deepEqual(texts(splitPool(decimal(100_000), people), 2), ["42857.14", "35714.29", "21428.57"]);
});

test("[S-18] a pool nobody has earned a share of is refused, and every other adds up to the cent", () => {
  assert.throws(() => splitPool(decimal(100), [{ base: decimal(5000), coefficient: decimal(0) }]), {
    code: "pool_nobody",
  });
  const person = fc.record({ base: fc.integer({ min: 0, max: 90_000 }), coefficient: fc.integer({ min: 0, max: 15 }) });
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 9_999_999 }),
      (people, cents) => {
        const weighed = people.map(({ base, coefficient }) => ({
          base: decimal(base),
          coefficient: decimal(coefficient).div(10),
        }));
        fc.pre(weighed.some(({ base, coefficient }) => !base.times(coefficient).isZero()));
        const pool = decimal(cents).div(100);
        assert.ok(sum(splitPool(pool, weighed)).eq(pool));
      },
    ),
    { numRuns: 100 },
  );
});
