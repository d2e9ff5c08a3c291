import assert from "node:assert/strict";
import { test } from "node:test";
import { decimal, ratio, sum } from "@dabiao/core/numbers/decimal.ts";
import { roundHalfUp, roundToUnit } from "@dabiao/core/numbers/rounding.ts";
import fc from "fast-check";

const places2 = (text: string) => roundHalfUp(decimal(text)).toFixed(2);

test("[CV-1] half a cent rounds away from zero, for sales and refunds alike [OWN]", () => {
  assert.equal(places2("1.005"), "1.01");
  assert.equal(places2("-1.005"), "-1.01");
  assert.equal(places2("2.675"), "2.68");
});

test("[CV-1] binary floats would give 2.67, which is wrong [OWN]", () => {
  assert.equal((2.675).toFixed(2), "2.67");
  assert.notEqual(places2("2.675"), (2.675).toFixed(2));
  assert.throws(() => decimal(0.1), TypeError);
});

test("[CV-1] a refund always mirrors its sale", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 6 }), (cents, places) => {
      const value = decimal(cents).div(1000);
      assert.equal(
        roundHalfUp(value.negated(), places).toString(),
        roundHalfUp(value, places).negated().plus(0).toString(),
      );
    }),
  );
});

test("[CV-1] rounding to a unit keeps whole thousands", () => {
  assert.equal(roundToUnit(decimal("12500"), decimal(1000)).toString(), "13000");
  assert.equal(roundHalfUp(decimal("-0.001")).toString(), "0");
});

test("[CV-2] the sum of nothing is 0, a ratio over 0 is no number", () => {
  assert.equal(sum([]).toString(), "0");
  assert.equal(ratio(decimal(0), decimal(0)), null);
  assert.equal(ratio(decimal(3), decimal(24))?.toString(), "0.125");
});
