/**
 * The chance of reaching a target is an estimate, so it is reckoned in binary floats; the target and every figure shown
 * beside it stay decimals.
 */
export interface OddsEvidence {
  /** The person's (or unit's) own results of comparable periods, put on the footing of the period asked about. */
  readonly own: readonly number[];
  /** Results of those who do the same work, on the same footing. */
  readonly peers: readonly number[];
  /** What is reached already. */
  readonly done: number;
  /** Share of the period that is left, 1 before it begins. */
  readonly timeLeft: number;
  /** Open deals that are due in the period. */
  readonly pipeline: readonly { readonly amount: number; readonly probability: number }[];
}

/** What the result may become: a blend of bell curves around what happened before. */
export interface OddsModel {
  readonly parts: readonly { readonly mean: number; readonly sd: number; readonly weight: number }[];
  readonly basis: "own" | "blended" | "peers";
  /** Share of the estimate that rests on own results, and on the open deals. */
  readonly ownWeight: number;
  readonly pipelineWeight: number;
}

/** Fewer comparable results than this, own and peers' together, are no evidence (K-02 asks for as many). */
export const LEAST_HISTORY = 6;
/** Own results count n / (n + SHRINK): six of them three fifths, two a third. */
const SHRINK = 4;
/** With fewer open deals the pipeline says nothing. */
const LEAST_DEALS = 3;
/** The least width of a bell, as a share of what it stands on: nobody's past repeats to the cent. */
const LEAST_WIDTH = 0.05;

/**
 * A model of the result of a period. Every comparable result is a bell curve as wide as the usual spread (the empirical
 * distribution, smoothed); own results are blended with the peers' the more, the fewer there are; what is done already
 * stays, and only the time left is uncertain; with three and more open deals due, their expectation counts for a
 * quarter at the period's start up to a half at its end.
 *
 * @returns `null` for too little history: then nothing honest can be said
 * @source SPEC.md A14, N14
 */
export function oddsModel(evidence: OddsEvidence): OddsModel | null {
  const { own, peers, done, timeLeft, pipeline } = evidence;
  if (own.length + peers.length < LEAST_HISTORY) return null;
  const ownWeight = own.length === 0 ? 0 : peers.length === 0 ? 1 : own.length / (own.length + SHRINK);
  const pipelineWeight = pipeline.length < LEAST_DEALS ? 0 : 0.5 - 0.25 * timeLeft;
  const history = 1 - pipelineWeight;
  const parts = [
    ...bells(own, done, timeLeft, ownWeight * history),
    ...bells(peers, done, timeLeft, (1 - ownWeight) * history),
    ...(pipelineWeight === 0 ? [] : [pipelineBell(pipeline, done, pipelineWeight)]),
  ];
  const basis = ownWeight >= 0.6 ? "own" : ownWeight > 0 ? "blended" : "peers";
  return { parts, basis, ownWeight: ownWeight * history, pipelineWeight };
}

/**
 * The chance, 0 to 1, that the result reaches the target (or, where less is better, stays at or below it). Never rises
 * with the target where more is better.
 *
 * @source SPEC.md A14; invariant 15
 */
export function chanceOf(model: OddsModel, target: number, direction: "up" | "down" = "up"): number {
  const reached = model.parts.reduce((sum, { mean, sd, weight }) => sum + weight * above(mean, sd, target), 0);
  // To a billionth: sums of weights must not make a certainty less than one.
  const chance = Math.min(1, Math.max(0, Math.round(reached * 1e9) / 1e9));
  return direction === "up" ? chance : 1 - chance;
}

/** The result that is reached with a given chance: 0.5 is the middle, 0.9 is nearly safe. */
export function resultAt(model: OddsModel, chance: number): number {
  const spread = model.parts.flatMap(({ mean, sd }) => [mean - 8 * sd, mean + 8 * sd]);
  let [low, high] = [Math.min(...spread), Math.max(...spread)];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chanceOf(model, middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function bells(results: readonly number[], done: number, timeLeft: number, weight: number) {
  if (results.length === 0 || weight === 0) return [];
  const mean = results.reduce((sum, value) => sum + value, 0) / results.length;
  const variance = results.reduce((sum, value) => sum + (value - mean) ** 2, 0) / results.length;
  const width = Math.max(1.06 * Math.sqrt(variance) * results.length ** -0.2, Math.abs(mean) * LEAST_WIDTH);
  return results.map((value) => ({
    mean: done + value * timeLeft,
    sd: width * timeLeft,
    weight: weight / results.length,
  }));
}

function pipelineBell(pipeline: OddsEvidence["pipeline"], done: number, weight: number) {
  const mean = pipeline.reduce((sum, { amount, probability }) => sum + amount * probability, 0);
  const variance = pipeline.reduce((sum, { amount, probability: p }) => sum + p * (1 - p) * amount ** 2, 0);
  return { mean: done + mean, sd: Math.max(Math.sqrt(variance), Math.abs(mean) * LEAST_WIDTH), weight };
}

function above(mean: number, sd: number, target: number): number {
  if (sd === 0) return mean >= target ? 1 : 0;
  return normal((mean - target) / sd);
}

/** The normal distribution's share below z; Abramowitz and Stegun 26.2.17, right to 7.5e-8. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - tail : tail;
}
