import { type Decimal, decimal } from "../../numbers/decimal.ts";
import type { Facts } from "./measure.ts";
import type { RuleScore, ScoreFault } from "./rule-score.ts";
import { scoreBands } from "./score-bands.ts";
import { scoreMatrix } from "./score-matrix.ts";
import { scorePerUnit } from "./score-per-unit.ts";
import { scoreProportional } from "./score-proportional.ts";
import { scoreRank } from "./score-rank.ts";
import { type Rating, scoreRating } from "./score-rating.ts";
import type { ScoringRule } from "./scoring-rule.ts";
import { type TraceStep, traceStep } from "./trace.ts";

/** What a line is scored from. */
export interface ItemInput {
  /** `not_applicable` takes the line out; `waived` is missing data somebody answers for. */
  readonly state?: "value" | "not_applicable" | "waived";
  readonly actual?: Decimal | null;
  readonly target?: Decimal | null;
  /** The second KPI of a matrix. */
  readonly column?: Facts;
  /** The measured numbers of the peer group, the person's own among them, for a rank. */
  readonly peers?: readonly Decimal[];
  readonly ratings?: readonly Rating[];
  /** Points written over the computed ones; both are kept. */
  readonly override?: { readonly points: Decimal; readonly reason: string };
}

export interface ItemScore {
  /** `no_data` and `unscorable` hold up the sheet until mended or waived. */
  readonly state: "scored" | "no_data" | "unscorable" | "not_applicable" | "waived";
  readonly reason: ScoreFault | null;
  readonly attainment: string | null;
  readonly points: string | null;
  readonly full: string;
  /** Points in percent of full marks, unrounded. */
  readonly score: string | null;
  /** What the rule gave, when points were written over it. */
  readonly systemPoints: string | null;
  readonly trace: readonly TraceStep[];
}

/**
 * Scores one line of a card. Nothing is rounded.
 *
 * @source SPEC.md S-00 to S-10, A-05
 */
export function scoreItem(rule: ScoringRule, input: ItemInput): ItemScore {
  const { state = "value", override } = input;
  const none = { attainment: null, points: null, full: rule.full, score: null, systemPoints: null };
  if (state !== "value") return { ...none, state, reason: null, trace: [traceStep("S-10", state, null)] };
  const { points, attainment, trace } = applyRule(rule, input);
  const system = typeof points === "string" ? null : points;
  const shown = { ...none, attainment: attainment?.toString() ?? null };
  if (override !== undefined) {
    const step = traceStep("A-05", "override", override.points, { system, reason: override.reason });
    return scored(shown, override.points, [...trace, step], system?.toString() ?? null);
  }
  if (typeof points !== "string") return scored(shown, points, trace, null);
  return {
    ...shown,
    state: UNSCORABLE.has(points) ? "unscorable" : "no_data",
    reason: points,
    trace: trace.some(({ code }) => code === points) ? trace : [...trace, traceStep("S-10", points, null)],
  };
}

const UNSCORABLE: ReadonlySet<ScoreFault> = new Set(["target_zero", "actual_zero", "peers_few", "rule_gap"]);

function applyRule(rule: ScoringRule, input: ItemInput): RuleScore {
  const facts: Facts = { actual: input.actual ?? null, target: input.target ?? null };
  switch (rule.kind) {
    case "proportional":
      return scoreProportional(rule, facts);
    case "bands":
      return scoreBands(rule, facts);
    case "perUnit":
      return scorePerUnit(rule, facts);
    case "matrix":
      return scoreMatrix(rule, facts, input.column);
    case "rating":
      return scoreRating(rule, input.ratings ?? []);
    case "rank":
      return scoreRank(rule, facts, input.peers ?? []);
  }
}

function scored(
  base: Pick<ItemScore, "attainment" | "full">,
  points: Decimal,
  trace: readonly TraceStep[],
  systemPoints: string | null,
): ItemScore {
  return {
    ...base,
    state: "scored",
    reason: null,
    points: points.toString(),
    score: points.div(decimal(base.full)).times(100).toString(),
    systemPoints,
    trace,
  };
}
