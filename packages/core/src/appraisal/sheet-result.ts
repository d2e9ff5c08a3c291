import { Decimal, decimal, ZERO } from "../numbers/decimal.ts";
import type { ScorecardBody } from "./scorecard.ts";
import { coefficientOf } from "./scoring/coefficient.ts";
import { composePeriods } from "./scoring/compose-periods.ts";
import { gradeOf, roundScore, worseGrade } from "./scoring/grade.ts";
import type { CardScore } from "./scoring/score-card.ts";

/** A scored part with its weight: working days served times share. */
export interface WeighedPart {
  readonly card: ScorecardBody;
  readonly weight: Decimal;
  readonly score: CardScore;
}

/** What calibration or an appeal decided on top of the review: never the facts. */
export interface Decision {
  readonly adjustment: Decimal;
  /** Written over the grade of the score. */
  readonly grade: string | null;
}

export interface SheetResult {
  /** Before adjustment and vetoes. */
  readonly raw: string | null;
  readonly total: string | null;
  readonly grade: string | null;
  readonly coefficient: string | null;
  /** A veto holds the grade or the score down. */
  readonly vetoed: boolean;
}

const NO_DECISION: Decision = { adjustment: ZERO, grade: null };

/**
 * The result of a sheet: its parts by days served and share, plus the adjustment, rounded, graded.
 *
 * @returns nulls while a part misses something
 * @source SPEC.md, S-14, S-15, S-17
 */
export function sheetResult(parts: readonly WeighedPart[], decision: Decision = NO_DECISION): SheetResult {
  const main = parts.reduce<WeighedPart | null>((most, part) => (most?.weight.gte(part.weight) ? most : part), null);
  if (!main) return { raw: null, total: null, grade: null, coefficient: null, vetoed: false };
  const { scoring } = main.card;
  const of = (read: (score: CardScore) => string | null) =>
    composePeriods(
      parts.map(({ score, weight }) => {
        const value = read(score);
        return { score: value === null ? null : decimal(value), days: weight };
      }),
    ).score;
  const [raw, whole] = [of((score) => score.raw), of((score) => score.total)];
  const vetoed = parts.some(({ score }) => isVetoed(score));
  if (whole === null)
    return { raw: raw && shown(raw, scoring.places), total: null, grade: null, coefficient: null, vetoed };
  const total = roundScore(within(whole.plus(decision.adjustment), scoring.totalCap), scoring.places);
  const grade = decision.grade ?? gradeOfParts(total, parts, main.card);
  const untouched = parts.length === 1 && decision.grade === null && decision.adjustment.isZero();
  const cap = parts.flatMap(({ score }) => (isVetoed(score) && score.coefficient !== null ? [score.coefficient] : []));
  const coefficient = untouched
    ? main.score.coefficient
    : coefficientText(coefficientOf(scoring.coefficient, { score: total, grade }, scoring.grades), cap);
  return { raw: raw && shown(raw, scoring.places), total: total.toFixed(scoring.places), grade, coefficient, vetoed };
}

function gradeOfParts(total: Decimal, parts: readonly WeighedPart[], { scoring }: ScorecardBody): string {
  const byScore = gradeOf(total, scoring.grades, scoring.places);
  const capped = parts.flatMap(({ score }) =>
    score.grade !== null && score.gradeBeforeVeto !== null && score.grade !== score.gradeBeforeVeto
      ? [score.grade]
      : [],
  );
  return capped.reduce((worst, grade) => worseGrade(worst, grade, scoring.grades), byScore);
}

function isVetoed({ grade, gradeBeforeVeto, trace }: CardScore): boolean {
  return grade !== gradeBeforeVeto || trace.some(({ rule }) => rule === "S-12");
}

/** A veto's cap on the coefficient holds in calibration too. */
function coefficientText(coefficient: Decimal | null, caps: readonly string[]): string | null {
  return coefficient === null ? null : Decimal.min(coefficient, ...caps.map((cap) => decimal(cap))).toString();
}

function within(score: Decimal, cap: string): Decimal {
  return Decimal.max(ZERO, Decimal.min(score, cap));
}

function shown(score: Decimal, places: number): string {
  return roundScore(score, places).toFixed(places);
}
