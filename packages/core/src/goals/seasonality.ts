import { Decimal, sum, ZERO } from "../numbers/decimal.ts";
import { Refusal } from "../platform/refusal.ts";

/**
 * Seasonal indices by plain means: the mean of each season over the grand mean. They average 1.
 *
 * @param series  actuals in time order, whole years, beginning with season 1
 * @param seasons 4 for quarters, 12 for months
 * @throws Refusal `target_history_short` for less than two full years
 * @source SPEC.md G-03 (a)
 */
export function simpleSeasonality(series: readonly Decimal[], seasons: number): Decimal[] {
  refuseShort(series, seasons);
  const grand = mean(series);
  return normaliseIndices(bySeason(series, seasons).map((values) => (grand.isZero() ? ZERO : mean(values).div(grand))));
}

/**
 * Seasonal indices by ratio to the centred moving average: right when sales grow or shrink over the years.
 *
 * @returns `raw` mean ratios as found, and `indices` normalised to average 1, so that split goals add up
 * @throws Refusal `target_history_short` for less than two full years; callers then offer a similar entity's indices
 * @source SPEC.md G-03 (b)
 */
export function movingAverageSeasonality(
  series: readonly Decimal[],
  seasons: number,
): { raw: Decimal[]; indices: Decimal[] } {
  refuseShort(series, seasons);
  const half = Math.floor(seasons / 2);
  const ratios = series.map((value, index) => {
    const average = centredAverage(series, index, seasons, half);
    return average === null || average.isZero() ? null : value.div(average);
  });
  const raw = Array.from({ length: seasons }, (_, season) => {
    const found = ratios.filter((ratio, index): ratio is Decimal => ratio !== null && index % seasons === season);
    return found.length === 0 ? ZERO : mean(found);
  });
  return { raw, indices: normaliseIndices(raw) };
}

/** Scales indices to average 1; goals split by unnormalised ones do not add up. All zero stay as they are. */
export function normaliseIndices(indices: readonly Decimal[]): Decimal[] {
  const average = mean(indices);
  return average.isZero() ? [...indices] : indices.map((index) => index.div(average));
}

/** The series without its seasons. A season with index 0 has none and gives `null`. */
export function deseasonalise(series: readonly Decimal[], indices: readonly Decimal[]): (Decimal | null)[] {
  return series.map((value, position) => {
    const index = indices[position % indices.length] ?? ZERO;
    return index.isZero() ? null : value.div(index);
  });
}

/** Least squares through (1, y1), (2, y2) …: the line that a seasonal forecast is laid on. */
export function linearTrend(values: readonly Decimal[]): { intercept: Decimal; slope: Decimal } {
  const xMean = new Decimal(values.length + 1).div(2);
  const yMean = mean(values);
  const deviations = values.map((value, index) => ({ x: new Decimal(index + 1).minus(xMean), y: value.minus(yMean) }));
  const spread = sum(deviations.map(({ x }) => x.times(x)));
  const slope = spread.isZero() ? ZERO : sum(deviations.map(({ x, y }) => x.times(y))).div(spread);
  return { intercept: yMean.minus(slope.times(xMean)), slope };
}

/** Trend times index for the periods after the series. */
export function seasonalForecast(series: readonly Decimal[], indices: readonly Decimal[], ahead: number): Decimal[] {
  const level = deseasonalise(series, indices).filter((value): value is Decimal => value !== null);
  const { intercept, slope } = linearTrend(level);
  return Array.from({ length: ahead }, (_, step) => {
    const position = series.length + step;
    return intercept.plus(slope.times(position + 1)).times(indices[position % indices.length] ?? ZERO);
  });
}

/**
 * The Spring Festival wanders between January and February: their indices are taken together and split by this year's
 * working days, so that a goal does not assume last year's festival month.
 *
 * @param indices twelve monthly indices
 * @param january where January stands among them, 0 in a natural year; February is the next
 * @source SPEC.md G-03, edge
 */
export function springIndices(
  indices: readonly Decimal[],
  januaryWorkdays: number,
  februaryWorkdays: number,
  january = 0,
): Decimal[] {
  const days = januaryWorkdays + februaryWorkdays;
  if (days === 0) return [...indices];
  const joint = (indices[january] ?? ZERO).plus(indices[january + 1] ?? ZERO);
  return indices.map((index, month) => {
    if (month === january) return joint.times(januaryWorkdays).div(days);
    return month === january + 1 ? joint.times(februaryWorkdays).div(days) : index;
  });
}

/** For an even number of seasons the two outermost count half: the average is centred on a period. */
function centredAverage(series: readonly Decimal[], index: number, seasons: number, half: number): Decimal | null {
  if (index < half || index + half >= series.length) return null;
  const window = series.slice(index - half, index + half + 1);
  if (seasons % 2 === 1) return mean(window);
  const inner = sum(window.slice(1, -1));
  return inner.plus((window[0] ?? ZERO).plus(window.at(-1) ?? ZERO).div(2)).div(seasons);
}

function bySeason(series: readonly Decimal[], seasons: number): Decimal[][] {
  return Array.from({ length: seasons }, (_, season) => series.filter((_value, index) => index % seasons === season));
}

function mean(values: readonly Decimal[]): Decimal {
  return values.length === 0 ? ZERO : sum(values).div(values.length);
}

function refuseShort(series: readonly Decimal[], seasons: number): void {
  if (series.length < seasons * 2)
    throw new Refusal("target_history_short", { given: series.length, needed: seasons * 2 });
}
