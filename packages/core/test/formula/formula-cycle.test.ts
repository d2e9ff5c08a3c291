import assert from "node:assert/strict";
import test from "node:test";
import { formulaCycle } from "@dabiao/core/formula/formula-cycle.ts";

test("[FX-18] formulas that lead back to themselves are told with their way round", () => {
  const formulas = new Map([
    ["a", ["b", "amount"]],
    ["b", ["c"]],
    ["c", ["b"]],
  ]);
  assert.deepEqual(formulaCycle(formulas), { kind: "cycle", path: ["b", "c", "b"] });
  assert.deepEqual(formulaCycle(new Map([["a", ["a"]]])), { kind: "cycle", path: ["a", "a"] });
});

test("[FX-18] five formulas may build on each other, six may not", () => {
  const chain = (length: number) => new Map(Array.from({ length }, (_, at) => [`f${at}`, [`f${at + 1}`]] as const));
  assert.equal(formulaCycle(chain(5)), undefined);
  assert.deepEqual(formulaCycle(chain(6)), { kind: "chain", path: ["f0", "f1", "f2", "f3", "f4", "f5"] });
});

test("[FX-18] many formulas that share the same parts are looked through once", () => {
  const wide = new Map(
    Array.from({ length: 5 }, (_, at) => [`f${at}`, Array.from({ length: 500 }, () => `f${at + 1}`)] as const),
  );
  assert.equal(formulaCycle(wide), undefined);
});
