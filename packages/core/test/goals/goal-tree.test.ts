import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DEFAULT_CALENDAR, openCalendar } from "../../src/calendar/calendar.ts";
import { period } from "../../src/calendar/period.ts";
import { cascade } from "../../src/goals/cascade-units.ts";
import { type ChildRule, differenceOf, isUnexplained, streetOf } from "../../src/goals/child-rule.ts";
import { COMMIT_MOVES } from "../../src/goals/commitment.ts";
import { methodWeights, type SplitFacts } from "../../src/goals/method-weights.ts";
import { shareAmongPeople } from "../../src/goals/people-tree.ts";
import { periodTree } from "../../src/goals/period-tree.ts";
import { rollUp } from "../../src/goals/roll-up.ts";
import { carriedSplit, shareUnits } from "../../src/goals/share-units.ts";
import { SplitMethod } from "../../src/goals/target.ts";
import { decimal, sum } from "../../src/numbers/decimal.ts";
import { Refusal } from "../../src/platform/refusal.ts";

const calendar = openCalendar(DEFAULT_CALENDAR);
const STEP = decimal("0.01");

test("[G-01] what a node's children have to make: itself, (1 + k) of it, at most it, or nothing; the difference is signed [OWN]", () => {
  const difference = (rule: ChildRule, children: string, buffer = "0") => {
    const value = differenceOf(streetOf(rule, decimal(1000), STEP), decimal(children), decimal(buffer));
    return [value?.toFixed() ?? null, isUnexplained(rule, value)];
  };
  assert.deepEqual(difference({ kind: "exact" }, "900"), ["100", true]);
  assert.deepEqual(difference({ kind: "exact" }, "900", "100"), ["0", false]);
  assert.deepEqual(difference({ kind: "over", k: "0.1" }, "1100"), ["0", false]);
  assert.deepEqual(difference({ kind: "over", k: "0.1" }, "1000"), ["100", true]);
  assert.deepEqual(difference({ kind: "under" }, "900"), ["100", false]);
  assert.deepEqual(difference({ kind: "under" }, "1001"), ["-1", true]);
  assert.deepEqual(difference({ kind: "independent" }, "5"), [null, false]);
});

test("[G-04] whole units: 7 by 50, 30, 20 is 4, 2, 1; nothing weighs means an equal split [PUB L2]", () => {
  assert.deepEqual(shareUnits(7n, [50n, 30n, 20n]), [4n, 2n, 1n]);
  assert.deepEqual(shareUnits(5n, [0n, 0n, 0n]), [2n, 2n, 1n]);
});

test("[G-04] totals split one after the other keep every row exact, every share within a unit, and the columns in proportion", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(0n, 5_000n), { minLength: 1, maxLength: 60 }),
      fc.array(fc.bigInt(0n, 40n), { minLength: 1, maxLength: 20 }),
      (totals, weights) => {
        const split = carriedSplit(weights);
        const all = weights.reduce((one, other) => one + other, 0n) || BigInt(weights.length);
        const weightAt = (place: number) => (weights.some((weight) => weight > 0n) ? (weights[place] ?? 0n) : 1n);
        for (const total of totals) {
          const shares = split(total);
          assert.equal(
            shares.reduce((one, other) => one + other, 0n),
            total,
          );
          for (const [place, share] of shares.entries()) {
            const off = share * all - total * weightAt(place);
            assert.ok(off < all && off > -all, "within one unit of its quota");
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  const visits = carriedSplit(Array.from({ length: 52 }, () => 1n));
  const weeks = Array.from({ length: 52 }, () => 0);
  for (let person = 0; person < 1_000; person++)
    for (const [week, share] of visits(100n).entries()) weeks[week] = (weeks[week] ?? 0) + Number(share);
  assert.ok(
    Math.max(...weeks) - Math.min(...weeks) <= 1,
    "1,000 people with 100 visits do not all miss the same weeks [OWN]",
  );
});

test("[G-12] a year is cut into quarters, months and pieces of weeks, and a total handed down it adds up at every level", () => {
  const tree = periodTree(period("2026", calendar), calendar, "week");
  const grains = new Set(tree.periods.map(({ grain }) => grain));
  assert.deepEqual([...grains], ["year", "quarter", "month", "monthweek"]);
  const handOut = cascade(
    tree,
    tree.periods.map((_, place) => BigInt((place * 7) % 5)),
  );
  for (const total of [100_000_01n, -317n, 0n]) {
    const amounts = handOut(total);
    for (const [place, parts] of tree.parts.entries())
      if (parts.length > 0)
        assert.equal(
          parts.reduce((all, part) => all + (amounts[part] ?? 0n), 0n),
          amounts[place],
        );
  }
  const march = tree.periods.findIndex(({ key }) => key === "2026-03");
  assert.equal(handOut(1_000n, new Map([[march, 999n]]))[march], 999n, "a locked month keeps its part");
});

test("[G-01] a locked person keeps the target and the others absorb the rest; with everybody locked it is refused", () => {
  const nodes = [
    { name: "company", below: [1, 2], weight: 0n },
    { name: "unit/a", below: [3, 4], weight: 0n },
    { name: "member/c", below: [], weight: 1n },
    { name: "member/a", below: [], weight: 1n },
    { name: "member/b", below: [], weight: 1n },
  ];
  assert.deepEqual(shareAmongPeople(nodes, 100n, new Map()), [100n, 67n, 33n, 34n, 33n]);
  assert.deepEqual(shareAmongPeople(nodes, 100n, new Map([[3, 10n]])), [100n, 67n, 33n, 10n, 57n]);
  const locked = new Map([
    [3, 10n],
    [4, 10n],
  ]);
  assert.throws(
    () => shareAmongPeople(nodes, 100n, locked),
    (error) => error instanceof Refusal && error.code === "target_all_locked",
  );
});

const FACTS: SplitFacts = {
  ids: ["a", "b"],
  lastYear: [decimal(60), decimal(40)],
  past: [],
  workdays: [decimal(18), decimal(22)],
  capacity: [decimal(1), decimal("0.25")],
  potential: [decimal(10), null],
  season: (indices) => [...indices],
};

test("[G-02] history with a growth tilt: 60 and 40, the second to grow by half, weigh 60 to 60 [OWN]", () => {
  const { weights } = methodWeights(SplitMethod.parse({ kind: "history", growth: { b: "0.5" } }), FACTS);
  assert.equal(weights[0]?.toFixed(), weights[1]?.toFixed());
});

test("[G-06] a territory whose potential nobody knows goes by its share of last year, and that is said [OWN]", () => {
  const { weights, fellBack } = methodWeights(SplitMethod.parse({ kind: "potential", priorWeight: "0.5" }), FACTS);
  assert.deepEqual([weights.map(String), fellBack], [["0.8", "0.4"], true]);
  const none = { ...FACTS, potential: [null, null] };
  assert.throws(() => methodWeights(SplitMethod.parse({ kind: "potential" }), none), Refusal);
});

test("[A11] a roll-up counts a shared goal once, the part of one that others own too, and an overlay never [OWN]", () => {
  const amounts = new Map([
    ["a", decimal(110)],
    ["b", decimal(50)],
  ]);
  const goal = (kind: "shared" | "overlay", parts: Record<string, number>) => ({
    id: "00000000-0000-7000-8000-000000000001",
    name: kind,
    kind,
    amount: sum(Object.values(parts).map((part) => decimal(part))),
    parts: new Map(Object.entries(parts).map(([owner, part]) => [owner, decimal(part)])),
  });
  const counted = rollUp(amounts, [
    goal("shared", { a: 60, z: 40 }),
    goal("shared", { b: 10 }),
    goal("overlay", { a: 500 }),
  ]);
  assert.deepEqual(
    { ...counted, goals: counted.goals.map((each) => each.counted) },
    {
      own: "90",
      shared: "10",
      sharedPart: "60",
      total: "160",
      overlay: "500",
      goals: ["60", "10", "0"],
    },
  );
});

test("[G-08] a commitment moves from draft over submitted and negotiating to agreed or imposed, and can be opened again by a new one", () => {
  assert.equal(COMMIT_MOVES.draft.propose, "submitted");
  assert.equal(COMMIT_MOVES.submitted.counter, "negotiating");
  assert.equal(COMMIT_MOVES.negotiating.accept, "agreed");
  assert.equal(COMMIT_MOVES.submitted.impose, "imposed");
  assert.equal(COMMIT_MOVES.agreed.accept, undefined);
  assert.equal(COMMIT_MOVES.imposed.propose, "submitted");
});
