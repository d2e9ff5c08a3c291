import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDefinition, parseBody } from "@dabiao/core/model/check-definition.ts";
import { KINDS, kindNamed } from "@dabiao/core/model/kinds.ts";
import { worldOf } from "@dabiao/core/model/world.ts";
import { DEFAULT_ROLES } from "@dabiao/core/people/default-roles.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";

test("every definition of the sales solution is sound in the company that has them all", () => {
  const roles = Object.entries(DEFAULT_ROLES).map(([key, body]) => ({ kind: "role", key, body }));
  const world = worldOf(1, [...salesSolution, ...roles]);
  const faults = salesSolution.flatMap(({ kind, key, body }) => {
    const parsed = parseBody(kindNamed(kind), body);
    const issues = parsed.body ? checkDefinition(kindNamed(kind), key, parsed.body, world, KINDS) : parsed.issues;
    return issues.map((issue) => ({ kind, key, ...issue }));
  });
  assert.deepEqual(faults, []);
});

test("no two definitions of a kind share a key", () => {
  const keys = salesSolution.map(({ kind, key }) => `${kind} ${key}`);
  assert.equal(new Set(keys).size, keys.length);
});
