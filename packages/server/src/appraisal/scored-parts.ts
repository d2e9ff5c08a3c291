import { type PartInput, scorePart } from "@dabiao/core/appraisal/part-score.ts";
import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { CardScore } from "@dabiao/core/appraisal/scoring/score-card.ts";
import type { Decision, WeighedPart } from "@dabiao/core/appraisal/sheet-result.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Bundle } from "./bundle-store.ts";
import type { PartFacts } from "./facts.ts";
import type { PartRow } from "./sheet-store.ts";

export type Cards = ReadonlyMap<string, { readonly body: ScorecardBody; readonly version: number }>;

/** What a sheet's score is made of beside its figures. */
export type Judged = Pick<Bundle, "parts" | "ratings" | "proposals">;

export interface ScoredPart extends WeighedPart {
  readonly part: PartRow;
  readonly input: PartInput;
  readonly score: CardScore;
}

/** Scores the parts of a sheet from the figures given, with what people rated, corrected and awarded. */
export function scoredParts(bundle: Judged, cards: Cards, facts: ReadonlyMap<string, PartFacts>): ScoredPart[] {
  return bundle.parts.map((part) => {
    const card = cardOf(cards, part);
    const input = partInput(bundle, part, facts.get(part.id));
    return { part, card, input, score: scorePart(card, input), weight: decimal(part.weight) };
  });
}

export function cardOf(cards: Cards, part: Pick<PartRow, "card">): ScorecardBody {
  const card = cards.get(part.card);
  if (!card) throw new Refusal("not_found", { what: `scorecard ${part.card}` });
  return card.body;
}

function partInput({ ratings, proposals }: Judged, part: PartRow, facts: PartFacts | undefined): PartInput {
  const approved = proposals.filter(({ partId, state }) => partId === part.id && state === "approved");
  return {
    lines: facts?.lines ?? [],
    gates: facts?.gates ?? {},
    ratings: ratings
      .filter(({ partId, submitted }) => partId === part.id && submitted)
      .map(({ item, role, choice, points, comment }) => ({
        item,
        role,
        comment,
        ...(choice === null ? {} : { option: choice }),
        ...(points === null ? {} : { points }),
      })),
    corrections: approved.flatMap(({ item, kind, value, reason }) =>
      kind === "actual" || kind === "score" || kind === "waive" ? [{ item, kind, value, reason }] : [],
    ),
    awards: approved.flatMap(({ item, kind, value, reason }) =>
      kind === "bonus" || kind === "penalty" || kind === "veto"
        ? [{ key: item, kind, points: value, evidence: reason }]
        : [],
    ),
  };
}

/** What calibration or an appeal decided last. */
export function decisionOf({ results }: Pick<Bundle, "results">): Decision {
  const last = results.at(-1);
  return { adjustment: decimal(last?.adjustment ?? "0"), grade: last?.decidedGrade ?? null };
}
