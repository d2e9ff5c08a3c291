import { sum } from "../../numbers/decimal.ts";
import type { CardScoring } from "./card-scoring.ts";
import type { CountedLine } from "./card-total.ts";
import { weightedMean } from "./weighted-mean.ts";

export interface DimensionScore {
  readonly key: string;
  /** Percent of the total its lines have. */
  readonly weight: string;
  readonly score: string | null;
}

/** The score of each dimension from its own lines, unrounded. @source SPEC.md S-00 */
export function dimensionScores(scoring: CardScoring, lines: readonly CountedLine[]): DimensionScore[] {
  return scoring.dimensions.map(({ key }) => {
    const own = lines.filter(({ item }) => item.dimension === key);
    const score = weightedMean(own.map(({ score: value, weight }) => ({ value, weight })));
    return { key, weight: sum(own.map(({ weight }) => weight)).toString(), score: score?.toString() ?? null };
  });
}
