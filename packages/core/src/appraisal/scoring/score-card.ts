import { Decimal, decimal } from "../../numbers/decimal.ts";
import type { CardItem, ScoringCard } from "./card-scoring.ts";
import { type CardTotal, cardTotal } from "./card-total.ts";
import { type DimensionScore, dimensionScores } from "./dimension-scores.ts";
import { effectiveWeights } from "./effective-weights.ts";
import { sumExtras } from "./extras.ts";
import { type ItemInput, type ItemScore, scoreItem } from "./score-item.ts";
import { traceStep } from "./trace.ts";
import type { Veto } from "./veto.ts";

export interface CardInputs {
  /** By line; a line left out has no data. */
  readonly items: Readonly<Record<string, ItemInput>>;
  readonly vetoes?: readonly Veto[];
  /** Attainment that each gate looks at. */
  readonly gates?: Readonly<Record<string, Decimal | null>>;
}

export interface LineScore extends ItemScore {
  /** Percent of the total this line has, after lines that do not apply gave theirs away. */
  readonly effectiveWeight: string;
  /** Points of the total it brings before vetoes; of a penalty, the points it takes. */
  readonly weighted: string | null;
}

export interface CardScore extends CardTotal {
  readonly items: Readonly<Record<string, LineScore>>;
  readonly dimensions: readonly DimensionScore[];
  readonly bonus: string;
  readonly penalty: string;
  /** The same reckoning without the lines that still miss something: what is known so far. */
  readonly soFar: string | null;
  readonly gradeSoFar: string | null;
  /** Lines that hold up the total. */
  readonly blockers: readonly { readonly item: string; readonly reason: string }[];
}

/**
 * The score of a card in the order of S-00: lines → weights → plus bonus, less penalty → vetoes, gates → clamp → round →
 * grade → coefficient. The total is `null` while a line misses its data; `soFar` is what the others give.
 *
 * @source SPEC.md S-00, S-10 to S-17
 */
export function scoreCard(card: ScoringCard, inputs: CardInputs): CardScore {
  const { items, scoring } = card;
  const scores = new Map(items.map((item) => [item.key, scoreLine(card, item, inputs.items[item.key] ?? {})]));
  const out = new Set(
    items.filter(({ key }) => leavesCard(scores.get(key), scoring.notApplicable)).map(({ key }) => key),
  );
  const weights = effectiveWeights(items, scoring, out);
  const bonus = sumExtras("bonus", items, scores, scoring.bonusCap);
  const penalty = sumExtras("penalty", items, scores, scoring.penaltyCap);
  const extras = new Map([...bonus.byItem, ...penalty.byItem]);
  const lines = items.flatMap((item) => {
    const score = scores.get(item.key)?.score ?? null;
    const weight = weights.get(item.key);
    return score === null || weight === undefined ? [] : [{ item, score: decimal(score), weight }];
  });
  const blockers = items.flatMap(({ key, kind }) => blockerOf(key, kind, scores.get(key)));
  const result = cardTotal(scoring, {
    lines,
    bonus: bonus.points,
    penalty: penalty.points,
    vetoes: inputs.vetoes ?? [],
    gates: inputs.gates ?? {},
    attainments: Object.fromEntries(
      [...scores].map(([key, { attainment }]) => [key, attainment === null ? null : decimal(attainment)]),
    ),
  });
  const known = blockers.length === 0;
  return {
    raw: known ? result.raw : null,
    total: known ? result.total : null,
    grade: known ? result.grade : null,
    gradeBeforeVeto: known ? result.gradeBeforeVeto : null,
    coefficient: known ? result.coefficient : null,
    soFar: result.total,
    gradeSoFar: result.grade,
    blockers,
    items: Object.fromEntries(
      items.map(({ key }) => [key, lineScore(scores.get(key), weights.get(key), extras.get(key))]),
    ),
    dimensions: dimensionScores(scoring, lines),
    bonus: bonus.points.toString(),
    penalty: penalty.points.toString(),
    trace: [
      ...lines.map(({ item, score, weight }) =>
        traceStep("S-10", "line_weighed", score.times(weight).div(100), { item: item.key, score, weight }),
      ),
      ...(out.size > 0 ? [traceStep("S-10", "weights_shared", null, { items: [...out].join(", ") })] : []),
      ...bonus.trace,
      ...penalty.trace,
      ...result.trace,
    ],
  };
}

/** A line's own score, kept under its cap; a line that does not apply may count as full marks. */
function scoreLine({ scoring }: ScoringCard, item: CardItem, input: ItemInput): ItemScore {
  const score = scoreItem(item.rule, input);
  if (score.score === null)
    return scoring.notApplicable === "full" && isOut(score) ? { ...score, points: score.full, score: "100" } : score;
  if (item.kind !== "scored") return score;
  const bounded = Decimal.max(item.cap === undefined ? score.score : Decimal.min(score.score, item.cap), 0);
  if (bounded.eq(score.score)) return score;
  const step = traceStep("S-00", "item_clamped", bounded, { score: score.score, cap: item.cap ?? "" });
  return { ...score, score: bounded.toString(), trace: [...score.trace, step] };
}

function isOut({ state }: ItemScore): boolean {
  return state === "not_applicable" || state === "waived";
}

/** A line without a score gives its weight away, unless the card says that the weight of lines that do not apply is lost. */
function leavesCard(score: ItemScore | undefined, policy: ScoringCard["scoring"]["notApplicable"]): boolean {
  return score === undefined || (score.score === null && !(policy === "drop" && isOut(score)));
}

function blockerOf(item: string, kind: CardItem["kind"], score: ItemScore | undefined) {
  return kind === "scored" && (score?.state === "no_data" || score?.state === "unscorable")
    ? [{ item, reason: score.reason ?? "actual_missing" }]
    : [];
}

function lineScore(score: ItemScore | undefined, weight: Decimal | undefined, extra: Decimal | undefined): LineScore {
  if (score === undefined) throw new RangeError("every line has a score");
  const brought =
    extra ?? (score.score === null || weight === undefined ? null : decimal(score.score).times(weight).div(100));
  return { ...score, effectiveWeight: weight?.toString() ?? "0", weighted: brought?.toString() ?? null };
}
