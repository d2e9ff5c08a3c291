import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ensureWeb } from "../../../scripts/web.mjs";
import { entryScripts } from "./support/entry-size.ts";

const KIB = 1024;
const BUDGET_KIB = 300;

before(() => ensureWeb(process.execPath));

test("what a desktop loads before the first page is at most 300 KiB, compressed", () => {
  const sizes = entryScripts();
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0) / KIB;
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 5);
  assert.ok(total > 50, "the entry's scripts were found");
  assert.ok(total <= BUDGET_KIB, `${total.toFixed(1)} KiB; the largest: ${JSON.stringify(largest)}`);
});

test("grid, charts, designers and the formula editor are loaded when first used", () => {
  const heavy = [...entryScripts().keys()].filter((name) => /^(grid|charts|editor|canvas)-/.test(name));
  assert.deepEqual(heavy, []);
});
