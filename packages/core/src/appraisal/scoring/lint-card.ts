import { decimal } from "../../numbers/decimal.ts";
import type { RefusalPath } from "../../platform/refusal.ts";
import type { ScoringCard } from "./card-scoring.ts";

export type CardWarningCode =
  | "weight_small"
  | "weight_large"
  | "weight_odd"
  | "gate_hard"
  | "rank_volatile"
  | "ratio_of_zero"
  | "over_full"
  | "zero_below_gate";

/** Allowed, but worth a second look. */
export interface CardWarning {
  readonly code: CardWarningCode;
  readonly item: string;
  readonly path: RefusalPath;
}

/**
 * What people regret about a card later: weights outside 5 to 60 % or off the fives, hard gates, ranks of small groups,
 * formulas that break at 0.
 *
 * @source SPEC.md S-05, S-09, S-10, S-13
 */
export function lintCardScoring({ items, scoring }: ScoringCard): CardWarning[] {
  const lines = items.flatMap((item, index) => {
    const path = ["items", index];
    const codes: CardWarningCode[] = [];
    const weight = decimal(item.weight);
    if (item.kind === "scored") {
      if (weight.lt(5)) codes.push("weight_small");
      if (weight.gt(60)) codes.push("weight_large");
      if (!weight.mod(5).isZero()) codes.push("weight_odd");
    }
    const { rule } = item;
    if (rule.kind === "rank") codes.push("rank_volatile");
    if (rule.kind === "bands" && rule.allowOver) codes.push("over_full");
    if (rule.kind === "proportional" && rule.attain.formula === "downRatio") codes.push("ratio_of_zero");
    if (rule.kind === "proportional" && rule.gate !== undefined && decimal(rule.gate).gte(1))
      codes.push("zero_below_gate");
    return codes.map((code) => ({ code, item: item.key, path }));
  });
  const gates = scoring.gates.flatMap((gate, index) =>
    gate.kind === "hard" ? [{ code: "gate_hard" as const, item: gate.key, path: ["scoring", "gates", index] }] : [],
  );
  return [...lines, ...gates];
}
