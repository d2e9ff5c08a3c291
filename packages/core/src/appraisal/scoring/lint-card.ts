import { decimal } from "../../numbers/decimal.ts";
import type { RefusalPath } from "../../platform/refusal.ts";
import type { ScoringCard } from "./card-scoring.ts";

export type CardWarningCode = "gate_hard" | "rank_volatile" | "ratio_of_zero" | "over_full" | "zero_below_gate";

/** Allowed, but worth a second look. */
export interface CardWarning {
  readonly code: CardWarningCode;
  readonly item: string;
  readonly path: RefusalPath;
}

/**
 * What people regret about a card's rules later: hard gates, ranks of small groups, formulas that break at 0. How many
 * lines there are and what they weigh is the lint of metrics/lint.
 *
 * @source SPEC.md S-05, S-09, S-13
 */
export function lintCardScoring({ items, scoring }: ScoringCard): CardWarning[] {
  const lines = items.flatMap((item, index) => {
    const path = ["items", index];
    const codes: CardWarningCode[] = [];
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
