import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, spliceAt } from "@dabiao/core/people/timeline.ts";
import { type UnitParent, unitPaths } from "@dabiao/core/people/unit-paths.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import fc from "fast-check";

const company = { unitId: "company", parentId: null, fromDay: EVER, toDay: null };

test("a team that moved belongs to the old region before the day and to the new one from it", () => {
  const parents = [
    company,
    { unitId: "east", parentId: "company", fromDay: EVER, toDay: null },
    { unitId: "west", parentId: "company", fromDay: EVER, toDay: null },
    { unitId: "team", parentId: "east", fromDay: EVER, toDay: "2026-03-01" },
    { unitId: "team", parentId: "west", fromDay: "2026-03-01", toDay: null },
  ];
  const above = (day: string) =>
    unitPaths(parents, String)
      .filter((path) => path.unitId === "team" && isWithin(path, day))
      .map((path) => path.ancestorId)
      .sort();
  assert.deepEqual(above("2026-02-28"), ["company", "east", "team"]);
  assert.deepEqual(above("2026-03-01"), ["company", "team", "west"]);
});

test("a unit cannot be put below one that lies within it on any day", () => {
  const parents = [
    company,
    { unitId: "a", parentId: "company", fromDay: EVER, toDay: "2026-05-01" },
    { unitId: "a", parentId: "b", fromDay: "2026-05-01", toDay: null },
    { unitId: "b", parentId: "a", fromDay: EVER, toDay: null },
  ];
  assert.throws(() => unitPaths(parents, String), { code: "unit_cycle" });
});

test("on every day the closure says the same as walking from parent to parent", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
  const unit = (index: number) =>
    fc
      .tuple(fc.integer({ min: 0, max: index - 1 }), fc.integer({ min: 0, max: index - 1 }), day)
      .map(([before, after, on]): UnitParent[] => [
        { unitId: `u${index}`, parentId: `u${before}`, fromDay: EVER, toDay: on },
        { unitId: `u${index}`, parentId: `u${after}`, fromDay: on, toDay: null },
      ]);
  const tree = fc
    .tuple(unit(1), unit(2), unit(3), unit(4), unit(5))
    .map((units) => [{ unitId: "u0", parentId: null, fromDay: EVER, toDay: null }, ...units.flat()]);
  fc.assert(
    fc.property(tree, day, (parents, on) => {
      const paths = unitPaths(parents, String).filter((path) => isWithin(path, on));
      for (let index = 0; index <= 5; index++) {
        const walked: string[] = [];
        for (let at: string | null = `u${index}`; at !== null; ) {
          walked.push(at);
          at = parents.find((each) => each.unitId === at && isWithin(each, on))?.parentId ?? null;
        }
        const closure = paths.filter((path) => path.unitId === `u${index}`).sort((a, b) => a.depth - b.depth);
        assert.deepEqual(
          closure.map((path) => path.ancestorId),
          walked,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test("a change from a day on keeps what was before and what is planned for later", () => {
  const spans = [
    { fromDay: "2026-01-01", toDay: "2026-04-01" },
    { fromDay: "2026-04-01", toDay: null },
  ];
  assert.deepEqual(spliceAt(spans, "2026-02-01"), {
    cut: spans[0],
    replaced: null,
    added: { fromDay: "2026-02-01", toDay: "2026-04-01" },
  });
  assert.deepEqual(spliceAt(spans, "2026-04-01"), {
    cut: null,
    replaced: spans[1],
    added: { fromDay: "2026-04-01", toDay: null },
  });
  assert.deepEqual(spliceAt(spans, "2025-12-01").added, { fromDay: "2025-12-01", toDay: "2026-01-01" });
});
