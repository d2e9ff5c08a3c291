import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bad } from "@dabiao/core/goals/x.ts";

test("x", () => {
  fc.assert(fc.property(fc.integer(), (n) => n === bad() - Date.now()));
  assert.equal(1, 1);
});
