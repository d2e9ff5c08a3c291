import { z } from "zod";
import { DecimalString, Key, LocalText } from "../../platform/text.ts";
import { CoefficientRule } from "./coefficient.ts";
import { Gate } from "./gate.ts";
import { DEFAULT_GRADES, GradeBand } from "./grade.ts";
import { ScoringRule } from "./scoring-rule.ts";

/** A line of a scorecard as scoring sees it; 加分项 and 减分项 stand outside the 100 and carry no weight. */
export const CardItem = z.object({
  key: Key,
  dimension: Key.optional(),
  kind: z.enum(["scored", "bonus", "penalty"]).default("scored"),
  /** In percent: all lines, or those of a dimension, make exactly 100. */
  weight: DecimalString.default("0"),
  /** Most points a bonus or penalty may move. */
  max: DecimalString.optional(),
  /** Most a line may have, in percent of its full marks; without it the rule's own bounds hold. */
  cap: DecimalString.optional(),
  rule: ScoringRule,
});
export type CardItem = z.infer<typeof CardItem>;

export const Dimension = z.object({ key: Key, label: LocalText, weight: DecimalString });
export type Dimension = z.infer<typeof Dimension>;

/** How the lines of a card become one score, a grade and a coefficient: S-10 to S-17. */
export const CardScoring = z.object({
  weights: z.enum(["items", "dimensions"]).default("items"),
  dimensions: z.array(Dimension).max(12).default([]),
  /** What becomes of the weight of a line that does not apply: shared out, counted as full marks, or lost. */
  notApplicable: z.enum(["redistribute", "full", "drop"]).default("redistribute"),
  bonusCap: DecimalString.default("10"),
  penaltyCap: DecimalString.default("20"),
  totalCap: DecimalString.default("120"),
  /** Decimals of the shown score. */
  places: z.number().int().min(0).max(4).default(2),
  grades: z
    .array(GradeBand)
    .min(1)
    .max(12)
    .default([...DEFAULT_GRADES]),
  gates: z.array(Gate).max(6).default([]),
  coefficient: CoefficientRule.default({ kind: "grade" }),
});
export type CardScoring = z.infer<typeof CardScoring>;

export interface ScoringCard {
  readonly items: readonly CardItem[];
  readonly scoring: CardScoring;
}
