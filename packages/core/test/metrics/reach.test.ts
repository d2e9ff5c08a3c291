import assert from "node:assert/strict";
import { test } from "node:test";
import { cumulate, reachOf } from "@dabiao/core/metrics/reach.ts";

const MARCH = { start: "2026-03-01", end: "2026-04-01" };

test("[K-04] a figure of the period counts the period's days, one to date all days up to its end [OWN]", () => {
  assert.deepEqual(reachOf({}, MARCH), MARCH);
  assert.deepEqual(reachOf({ reach: "period" }, MARCH), MARCH);
  assert.deepEqual(reachOf({ reach: "to_date" }, MARCH), { start: "1970-01-01", end: "2026-04-01" });
});

test("[K-04] 10, nothing and 5 in three months are 10, 10 and 15 by the end of each, everybody by himself [OWN]", () => {
  const cells = [
    { key: ["甲", "2026-01"], value: "10.00" },
    { key: ["乙", "2026-02"], value: "-3" },
    { key: ["甲", "2026-03"], value: "5.5" },
  ];
  assert.deepEqual(cumulate(cells, 1, ["2026-01", "2026-02", "2026-03"]), [
    { key: ["甲", "2026-01"], value: "10" },
    { key: ["甲", "2026-02"], value: "10" },
    { key: ["甲", "2026-03"], value: "15.5" },
    { key: ["乙", "2026-02"], value: "-3" },
    { key: ["乙", "2026-03"], value: "-3" },
  ]);
});
