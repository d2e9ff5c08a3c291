import assert from "node:assert/strict";
import { test } from "node:test";
import { distribution, gradeQuotas, type RankedPerson } from "@dabiao/core/appraisal/scoring/distribution.ts";
import { checkGuide, type DistributionGuide } from "@dabiao/core/appraisal/scoring/distribution-guide.ts";
import { DEFAULT_GRADES, gradeOf } from "@dabiao/core/appraisal/scoring/grade.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";

const guide = (mode: DistributionGuide["mode"], ...shares: [string, number][]): DistributionGuide => ({
  mode,
  shares: shares.map(([grade, percent]) => ({ grade, percent: String(percent) })),
});
const three = (mode: DistributionGuide["mode"] = "advisory") => guide(mode, ["S", 20], ["A", 70], ["B", 10]);
const five = guide("advisory", ["S", 10], ["A", 20], ["B", 50], ["C", 15], ["D", 5]);
const people = (...scores: number[]): RankedPerson[] =>
  scores.map((score, index) => ({
    id: `p${index}`,
    score: decimal(score),
    grade: gradeOf(decimal(score), DEFAULT_GRADES),
  }));

test("[S-16] 20/70/10 of 3 to 13 people, by largest remainder [OWN]", () => {
  assert.deepEqual(
    [3, 4, 5, 6, 7, 8, 10, 11, 13].map((heads) => gradeQuotas(heads, three()).join("/")),
    ["1/2/0", "1/3/0", "1/4/0", "1/4/1", "1/5/1", "1/6/1", "2/7/1", "2/8/1", "3/9/1"],
  );
});

test("[S-16] S10 A20 B50 C15 D5 of 5, 7 and 12 people [PUB+ B1]", () => {
  assert.deepEqual(
    [5, 7, 12].map((heads) => gradeQuotas(heads, five).join("/")),
    ["0/1/3/1/0", "1/1/4/1/0", "1/2/6/2/1"],
  );
});

test("[S-16] as advice nobody's grade moves; the difference from the guide is told above 5 percentage points", () => {
  const group = people(99, 98, 97, 96, 95, 90, 88, 86, 72, 71);
  const { grades, suggested, shares } = distribution(group, three());
  assert.deepEqual(
    group.map(({ id }) => grades.get(id)),
    group.map(({ grade }) => grade),
  );
  assert.deepEqual(group.map(({ id }) => suggested.get(id)).join(""), "SSAAAAAAAB");
  assert.deepEqual(
    shares.map(({ count, quota, deviation, alarm }) => [count, quota, deviation, alarm]),
    [
      [5, 2, "30", true],
      [3, 7, "-40", true],
      [2, 1, "10", true],
    ],
  );
});

test("[S-16] those on probation or half served keep their grade and are not counted", () => {
  const group = [...people(99, 90, 80, 75, 74), { id: "new", score: decimal(98), grade: "S", exempt: true }];
  const { counted, grades, suggested } = distribution(group, three("upper"));
  assert.deepEqual([counted, grades.get("new"), suggested.get("new")], [5, "S", undefined]);
});

test("[S-16] bound at the top, who is beyond its places takes the next grade; a tie on the cut is for calibration", () => {
  const free = distribution(people(99, 98, 97, 90, 80), three("upper"));
  assert.deepEqual([...free.grades.values()], ["S", "A", "A", "A", "B"]);
  const tied = distribution(people(99, 99, 97, 90, 80), three("upper"));
  assert.deepEqual([tied.toDecide, tied.grades.get("p2")], [["p0", "p1"], "A"]);
});

test("[S-16] bound altogether, ten people are 2, 7 and 1; a tie across the cut waits, and a group of nine is only advised", () => {
  const ten = people(99, 98, 97, 96, 95, 94, 93, 92, 91, 90);
  assert.equal([...distribution(ten, three("hard")).grades.values()].join(""), "SSAAAAAAAB");
  const tied = distribution(people(99, 98, 98, 96, 95, 94, 93, 92, 91, 90), three("hard"));
  assert.deepEqual(tied.toDecide, ["p1", "p2"]);
  assert.equal(distribution(ten.slice(0, 9), three("hard")).mode, "advisory");
});

test("[S-16] a guide whose shares are not 100 is refused", () => {
  assert.deepEqual(checkGuide(three(), []), []);
  assert.equal(checkGuide(guide("advisory", ["S", 20], ["A", 70]), [])[0]?.code, "distribution_sum");
});

test("[S-16] counts add up to the group, a higher score never has a lower grade, and the order of the list changes nothing (invariant 9)", () => {
  const scores = fc.array(fc.integer({ min: 50, max: 110 }), { minLength: 1, maxLength: 40 });
  const order = ["S", "A", "B", "C", "D"];
  fc.assert(
    fc.property(scores, fc.constantFrom("advisory" as const, "upper" as const, "hard" as const), (list, mode) => {
      const group = people(...list);
      const result = distribution(group, { ...five, mode });
      assert.equal(
        result.shares.reduce((all, { quota }) => all + quota, 0),
        group.length,
      );
      assert.equal(
        result.shares.reduce((all, { count }) => all + count, 0),
        group.length,
      );
      for (const grades of [result.suggested, result.grades]) {
        const decided = group
          .toSorted((a, b) => b.score.cmp(a.score))
          .flatMap(({ id }) => (grades.get(id) == null ? [] : [order.indexOf(grades.get(id) ?? "")]));
        assert.deepEqual(
          decided,
          decided.toSorted((a, b) => a - b),
        );
      }
      const turned = distribution(group.toReversed(), { ...five, mode });
      for (const { id } of group) assert.equal(turned.grades.get(id), result.grades.get(id));
    }),
    { numRuns: 100 },
  );
});
