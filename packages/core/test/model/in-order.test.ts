import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "@dabiao/core/model/in-order.ts";

test("what the company put in order stands first, the rest follows by key", () => {
  const all = [
    { key: "b", body: {} },
    { key: "visit", body: { order: 50 } },
    { key: "a", body: {} },
    { key: "lead", body: { order: 10 } },
    { key: "call", body: { order: 50 } },
  ];
  assert.deepEqual(
    inOrder(all).map(({ key }) => key),
    ["lead", "call", "visit", "a", "b"],
  );
});
