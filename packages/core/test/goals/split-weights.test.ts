import assert from "node:assert/strict";
import { test } from "node:test";
import {
  deseasonalise,
  linearTrend,
  movingAverageSeasonality,
  seasonalForecast,
  simpleSeasonality,
  springIndices,
} from "@dabiao/core/goals/seasonality.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import { historyWeights } from "@dabiao/core/goals/split-weights.ts";
import { decimal, ONE, sum } from "@dabiao/core/numbers/decimal.ts";
import { roundHalfUp } from "@dabiao/core/numbers/rounding.ts";
import { decimals, texts } from "../support/decimals.ts";

const sales = decimals(20, 24, 28, 65, 24, 29, 35, 80, 23, 27, 36, 85, 25, 27, 37, 95);
const printed = decimals(0.589, 0.656, 0.826, 1.902);

test("[G-02] a target of 1,000 by last year's quarters 25, 27, 37, 95 is 136, 147, 201, 516 [PUB+ Q1]", () => {
  const weights = historyWeights(decimals(25, 27, 37, 95));
  assert.deepEqual(
    texts(
      weights.map((weight) => weight.times(1000)),
      3,
    ),
    ["135.870", "146.739", "201.087", "516.304"],
  );
  assert.deepEqual(texts(splitTarget(decimal(1000), weights, ONE)), ["136", "147", "201", "516"]);
});

test("[G-02] a loss last year counts as nothing; a newcomer takes a planned share; nobody's history means equal parts", () => {
  assert.deepEqual(texts(historyWeights(decimals(-5, 30, 10))), ["0", "0.75", "0.25"]);
  assert.deepEqual(texts(historyWeights([decimal(30), null, decimal(10)], decimal("0.2"))), ["0.6", "0.2", "0.2"]);
  assert.deepEqual(texts(historyWeights(decimals(0, 0))), ["1", "1"]);
});

test("[G-03] the HOCK series without its seasons, by the printed indices [PUB Q1]", () => {
  const level =
    "33.96, 36.59, 33.90, 34.17, 40.75, 44.21, 42.37, 42.06, 39.05, 41.16, 43.58, 44.69, 42.44, 41.16, 44.79, 49.95".split(
      ", ",
    );
  assert.deepEqual(texts(deseasonalise(sales, printed), 2), level);
});

test("[G-03] the trend of the printed levels is 0.7625 a quarter and forecasts 27.92, 31.60, 40.42, 94.52 for 2004 [PUB Q1]", () => {
  const level = deseasonalise(sales, printed).flatMap((value) => (value === null ? [] : roundHalfUp(value)));
  const { intercept, slope } = linearTrend(level);
  assert.equal(slope.toFixed(4), "0.7625");
  const forecasts = printed.map((index, step) => intercept.plus(slope.times(17 + step)).times(index));
  assert.deepEqual(texts(forecasts, 2), ["27.92", "31.60", "40.42", "94.52"]);
});

test("[G-03] without rounding on the way the last of these forecasts is a cent higher [PUB+ Q1]", () => {
  assert.deepEqual(texts(seasonalForecast(sales, printed, 4), 2), ["27.92", "31.60", "40.42", "94.53"]);
});

test("[G-03] our indices of the same series: by means, and by ratio to the centred moving average [PUB+ Q1]", () => {
  assert.deepEqual(texts(simpleSeasonality(sales, 4), 4), ["0.5576", "0.6485", "0.8242", "1.9697"]);
  const { raw, indices } = movingAverageSeasonality(sales, 4);
  assert.deepEqual(texts(raw, 4), ["0.5915", "0.6557", "0.8263", "1.9016"]);
  assert.deepEqual(texts(indices, 4), ["0.5952", "0.6598", "0.8315", "1.9136"]);
});

test("[G-03] the printed indices are not normalised: goals split by them plainly would miss the year [DEFECT Q1]", () => {
  assert.equal(sum(printed).toString(), "3.973");
  assert.ok(sum(movingAverageSeasonality(sales, 4).indices).minus(4).abs().lt("1e-50"));
});

test("[G-03] less than two years of history is refused", () => {
  assert.throws(() => movingAverageSeasonality(sales.slice(0, 7), 4), {
    code: "target_history_short",
    params: { given: 7, needed: 8 },
  });
});

test("[G-03] January and February share one index, split by this year's working days [PUB+ H1]", () => {
  const flat = Array.from({ length: 12 }, () => ONE);
  const [january, february, march] = springIndices(flat, 21, 16);
  assert.deepEqual(texts([january ?? null, february ?? null, march ?? null], 4), ["1.1351", "0.8649", "1.0000"]);
});
