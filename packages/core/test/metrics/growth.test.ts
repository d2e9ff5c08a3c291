import assert from "node:assert/strict";
import { test } from "node:test";
import {
  additivity,
  average,
  distinctCount,
  lastOf,
  percentile,
  pooledRatio,
  weightedAverage,
} from "@dabiao/core/metrics/aggregate.ts";
import { growth, growthPerDay } from "@dabiao/core/metrics/growth.ts";
import { attainmentByType, maintainBand, ragInForce, ragOf, rollUpRag } from "@dabiao/core/metrics/target-type.ts";
import { decimal, ONE, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { decimals, texts } from "../support/decimals.ts";

function grown(current: string, base: string): string {
  const found = growth(decimal(current), decimal(base));
  return found === null
    ? "null"
    : found.kind === "rate"
      ? found.rate.toString()
      : `${found.word} ${found.difference.toString()}`;
}

test("[K-11] growth is a percentage only from a gain to a gain; losses show the difference and a word [PUB Y1]", () => {
  assert.equal(grown("110", "100"), "0.1");
  assert.equal(grown("0", "100"), "-1");
  assert.equal(grown("10", "-5"), "turnedProfit 15");
  assert.equal(grown("-5", "10"), "turnedLoss -15");
  assert.equal(grown("-4", "-5"), "incomparable 1");
  assert.equal(grown("10", "0"), "incomparable 10");
  assert.equal(growth(null, ONE), null);
});

test("[K-11] dividing by |base| would call −1 → 10 (1100 %) better than −5 → 10 (300 %), though it improved less [PUB Y1]", () => {
  const byAbsolute = (current: number, base: number) => (current - base) / Math.abs(base);
  assert.deepEqual([byAbsolute(10, -5), byAbsolute(10, -1)], [3, 11]);
  assert.deepEqual([grown("10", "-5"), grown("10", "-1")], ["turnedProfit 15", "turnedProfit 11"]);
});

test("[K-11] 176 in February 2026 against 190 is −7.4 % in total but +10 % per working day [PUB+ H1]", () => {
  assert.equal(decimal(grown("176", "190")).times(100).toFixed(1), "-7.4");
  const perDay = growthPerDay(decimal(176), decimal(16), decimal(190), decimal(19));
  assert.equal(perDay?.kind === "rate" && perDay.rate.toString(), "0.1");
});

test("[K-12] maximize: from 1.0 to 1.5 million, 1.35 is 70 %; minimize: from 500 to 400, 420 is 80 % [PUB T1]", () => {
  assert.equal(
    attainmentByType({ kind: "maximize", start: ONE, target: decimal("1.5") }, decimals(1.1, 1.35))?.toString(),
    "0.7",
  );
  assert.equal(
    attainmentByType({ kind: "minimize", start: decimal(500), target: decimal(400) }, decimals(420))?.toString(),
    "0.8",
  );
});

test("[K-12] maintain counts the periods within bounds: 11 of 12, 4 of 4 quarters, 11 of 12 in 250 ± 5 % [PUB T1]", () => {
  const uptime = [...Array.from({ length: 11 }, () => decimal("0.99")), decimal("0.97")];
  assert.equal(texts([attainmentByType({ kind: "maintain", least: decimal("0.98") }, uptime)], 4)[0], "0.9167");
  assert.equal(
    attainmentByType({ kind: "maintain", most: decimal("1.5") }, decimals(1.2, 1.1, 1.3, 1.5))?.toString(),
    "1",
  );
  const band = maintainBand(decimal(250), decimal("0.05"));
  assert.deepEqual(texts([band.least, band.most]), ["237.5", "262.5"]);
  assert.equal(
    texts([attainmentByType(band, [...Array.from({ length: 11 }, () => decimal(250)), decimal(268)])], 4)[0],
    "0.9167",
  );
});

test("[K-12] a period missing before the last reported one is not met; nothing reported is no attainment", () => {
  const least = { kind: "maintain", least: ONE } as const;
  assert.equal(attainmentByType(least, [ONE, null, ONE, null])?.toFixed(4), "0.6667");
  assert.equal(attainmentByType(least, [null, null]), null);
});

test("[K-12] start equal to target: 100 % when the target is met, else 0 [PUB B1]", () => {
  const flat = { kind: "maximize", start: decimal(5), target: decimal(5) } as const;
  assert.deepEqual(texts([attainmentByType(flat, decimals(5)), attainmentByType(flat, decimals(4))]), ["1", "0"]);
});

test("[K-12] green from 90, yellow from 75, red below; a milestone is yes or no [PUB T1]", () => {
  assert.deepEqual(
    decimals(0.9, 0.8999, 0.75, 0.7499).map((attained) => ragOf(attained, "maximize")),
    ["green", "yellow", "yellow", "red"],
  );
  assert.equal(attainmentByType({ kind: "milestone" }, [ZERO])?.toString(), "0");
  assert.deepEqual(
    [ragOf(ONE, "milestone"), ragOf(decimal("0.8"), "milestone"), ragOf(null, "milestone")],
    ["green", "red", null],
  );
});

test("[K-12] rolled up, cumulative takes the latest status, others the worst; a hand-set one yields to a newer actual [PUB T2]", () => {
  assert.equal(rollUpRag(["red", "yellow", "green", null], true), "green");
  assert.equal(rollUpRag(["green", "yellow", null], false), "yellow");
  assert.equal(rollUpRag([null], false), null);
  const byHand = { status: "green", at: "2026-03-09T00:00:00Z" } as const;
  assert.equal(ragInForce("red", byHand, "2026-03-08T00:00:00Z"), "green");
  assert.equal(ragInForce("red", byHand, "2026-03-10T00:00:00Z"), "red");
});

test("[K-03] A 2 of 4 and B 1 of 20 are 12.5 % together; the mean of the rates, 27.5 %, is wrong [OWN]", () => {
  const parts = [
    [2, 4],
    [1, 20],
  ].map(([numerator = 0, denominator = 0]) => ({ numerator: decimal(numerator), denominator: decimal(denominator) }));
  assert.equal(pooledRatio(parts)?.toString(), "0.125");
  assert.equal(average(decimals(0.5, 0.05))?.toString(), "0.275");
});

test("[K-03] a customer of two people counts once in the team; a stock's quarter is its last month [OWN]", () => {
  assert.equal(distinctCount([new Set(["c1", "c2", "c3"]), new Set(["c3", "c4"])]).toString(), "4");
  assert.equal(lastOf(decimals(10, 12, 11))?.toString(), "11");
  assert.deepEqual((["sum", "count", "last", "avg", "distinct"] as const).map(additivity), [
    "additive",
    "additive",
    "people",
    "none",
    "none",
  ]);
});

test("[CV-2] nothing has no mean, no median and no rate", () => {
  assert.deepEqual(
    [average([]), percentile([], decimal("0.5")), pooledRatio([]), weightedAverage([]), lastOf([null])],
    [null, null, null, null, null],
  );
});

test("[K-03] the median lies between two middle values; percentiles are read off straight lines, as Postgres does", () => {
  assert.deepEqual(
    texts([percentile(decimals(4, 1, 3, 2), decimal("0.5")), percentile(decimals(4, 1, 3, 2), decimal("0.9"))]),
    ["2.5", "3.7"],
  );
  assert.equal(
    weightedAverage([
      { value: decimal(90), weight: decimal(40) },
      { value: decimal(80), weight: decimal(30) },
    ])?.toFixed(2),
    "85.71",
  );
});
