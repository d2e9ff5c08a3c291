interface Scale {
  readonly low: number;
  readonly high: number;
  /** At most five round figures from low to high. */
  readonly ticks: readonly number[];
}

/** A scale from zero to a round figure above the largest value. Positions on a page only: no figure is computed here. */
export function chartScale(values: readonly (number | null)[]): Scale {
  const known = values.filter((value) => value !== null);
  const top = Math.max(0, ...known);
  const bottom = Math.min(0, ...known);
  const step = roundStep((top - bottom || 1) / 3);
  const low = Math.floor(bottom / step) * step;
  const high = Math.max(Math.ceil(top / step) * step, low + step);
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, index) => low + index * step) };
}

function roundStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * size >= rough) ?? 10;
  return factor * size;
}
