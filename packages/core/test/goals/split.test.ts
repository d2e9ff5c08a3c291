import assert from "node:assert/strict";
import { test } from "node:test";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import { splitWithinBounds } from "@dabiao/core/goals/split-within-bounds.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { decimals, texts } from "../support/decimals.ts";

const split = (amount: string, weights: readonly (number | string)[], unit = "1") =>
  texts(splitTarget(decimal(amount), decimals(...weights), decimal(unit)));

test("[G-04] the 60 seats of 1790 fall to the 15 states as the record has them [PUB L1]", () => {
  const people = [
    630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533, 70835, 68705, 68446, 55540,
  ];
  assert.deepEqual(split("60", people).map(Number), [11, 8, 7, 6, 6, 5, 4, 3, 3, 2, 1, 1, 1, 1, 1]);
});

test("[G-04] 7 units at 50/30/20 are 4, 2 and 1 [PUB L2]", () => {
  assert.deepEqual(split("7", [50, 30, 20]), ["4", "2", "1"]);
});

test("[G-04] 100.00 in equal thirds is 33.34, 33.33, 33.33 [OWN]", () => {
  assert.deepEqual(split("100", [1, 1, 1], "0.01"), ["33.34", "33.33", "33.33"]);
});

test("[G-04] rounding each share by itself loses a cent: 3 × 33.33 is not 100 [OWN]", () => {
  assert.notEqual(decimal("33.33").times(3).toString(), "100");
  assert.equal(sum(splitTarget(decimal(100), decimals(1, 1, 1), decimal("0.01"))).toString(), "100");
});

test("[G-04] a negative target mirrors the positive one; without weights all get the same", () => {
  assert.deepEqual(split("-7", [50, 30, 20]), ["-4", "-2", "-1"]);
  assert.deepEqual(split("10", [0, 0, 0]), ["4", "3", "3"]);
  assert.deepEqual(split("0", []), []);
});

test("[G-04] a tie goes to the larger weight, then to the earlier share", () => {
  assert.deepEqual(split("4", [1, 3, 4]), ["0", "2", "2"]);
  assert.deepEqual(split("1", [1, 1]), ["1", "0"]);
});

test("[G-04] a negative weight, a broken cent and a target for nobody are refused", () => {
  assert.throws(() => split("10", [1, -1]), { code: "target_split_weight" });
  assert.throws(() => split("10.005", [1, 1], "0.01"), { code: "target_split_unit" });
  assert.throws(() => split("10", [1], "0"), { code: "target_split_unit" });
  assert.throws(() => split("10", []), { code: "target_split_nobody" });
});

test("[G-04] raising the whole by one unit may lower a share (Alabama paradox), so an edit shows the differences", () => {
  assert.deepEqual(split("10", [6, 6, 2]), ["4", "4", "2"]);
  assert.deepEqual(split("11", [6, 6, 2]), ["5", "5", "1"]);
});

const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

test("[G-04] shares always add up to the parent, each within one unit of its exact quota", () => {
  fc.assert(
    fc.property(cents, weights, (amount, scale) => {
      const unit = decimal("0.01");
      const target = decimal(amount).times(unit);
      const shares = splitTarget(target, decimals(...scale), unit);
      assert.ok(sum(shares).eq(target));
      const all = scale.reduce((total, weight) => total + weight, 0);
      for (const [index, share] of shares.entries()) {
        const quota = all === 0 ? target.div(scale.length) : target.times(scale[index] ?? 0).div(all);
        assert.ok(share.minus(quota).abs().lt(unit));
      }
    }),
    { numRuns: 200 },
  );
});

const bounded = (amount: number, shares: readonly (readonly [string, number, number?, number?])[]) =>
  [
    ...splitWithinBounds(
      decimal(amount),
      shares.map(([id, weight, min, max]) => ({
        id,
        weight: decimal(weight),
        ...(min === undefined ? {} : { min: decimal(min) }),
        ...(max === undefined ? {} : { max: decimal(max) }),
      })),
      decimal(1),
    ).values(),
  ].map(Number);

test("[G-04] a locked share keeps its value, the rest absorb the remainder", () => {
  assert.deepEqual(
    bounded(100, [
      ["a", 1, 70, 70],
      ["b", 1],
      ["c", 1],
    ]),
    [70, 15, 15],
  );
});

test("[G-04] a ceiling passes the excess on; a floor takes from the others", () => {
  assert.deepEqual(
    bounded(100, [
      ["a", 8, 0, 50],
      ["b", 1],
      ["c", 1],
    ]),
    [50, 25, 25],
  );
  assert.deepEqual(
    bounded(100, [
      ["a", 8],
      ["b", 1, 30],
      ["c", 1, 30],
    ]),
    [40, 30, 30],
  );
  assert.deepEqual(
    bounded(-100, [
      ["a", 8, -50, 0],
      ["b", 1],
      ["c", 1],
    ]),
    [-50, -25, -25],
  );
});

test("[G-04] ties go to the smaller id, whatever the order of the list", () => {
  assert.deepEqual(
    bounded(1, [
      ["b", 1],
      ["a", 1],
    ]),
    [0, 1],
  );
});

test("[G-04] bounds that cannot hold the target are refused with what they can hold", () => {
  assert.throws(
    () =>
      bounded(100, [
        ["a", 1, 0, 40],
        ["b", 1, 0, 40],
      ]),
    { code: "target_split_bounds", params: { amount: "100", least: "0", most: "80" } },
  );
  assert.throws(
    () =>
      bounded(10, [
        ["a", 1, 6],
        ["b", 1, 6],
      ]),
    { code: "target_split_bounds" },
  );
});

test("[G-04] whenever bounds allow a split, it adds up and keeps every bound", () => {
  const share = fc.record({
    weight: fc.integer({ min: 0, max: 100 }),
    min: fc.integer({ min: -20, max: 50 }),
    room: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (shares, place) => {
        const least = shares.reduce((total, { min }) => total + min, 0);
        const most = shares.reduce((total, { min, room }) => total + min + room, 0);
        const amount = Math.round(least + (most - least) * place) + 0;
        fc.pre(amount >= 0);
        const result = bounded(
          amount,
          shares.map(({ weight, min, room }, index) => [String(index + 10), weight, min, min + room] as const),
        );
        assert.equal(
          result.reduce((total, value) => total + value, 0),
          amount,
        );
        for (const [index, value] of result.entries()) {
          const bounds = shares[index];
          assert.ok(bounds && value >= bounds.min && value <= bounds.min + bounds.room);
        }
      },
    ),
    { numRuns: 300 },
  );
});
