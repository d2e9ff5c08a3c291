import { Decimal, decimal, sum, ZERO } from "../../numbers/decimal.ts";
import type { CardItem, CardScoring } from "./card-scoring.ts";
import { coefficientOf } from "./coefficient.ts";
import { gateFactor } from "./gate.ts";
import { gradeOf, roundScore, worseGrade } from "./grade.ts";
import { roundedStep, type TraceStep, traceStep } from "./trace.ts";
import { sumVetoes, type Veto, type VetoSum } from "./veto.ts";

/** A line that counts: its score and weight, both in percent. */
export interface CountedLine {
  readonly item: CardItem;
  readonly score: Decimal;
  readonly weight: Decimal;
}

export interface CardParts {
  readonly lines: readonly CountedLine[];
  readonly bonus: Decimal;
  readonly penalty: Decimal;
  readonly vetoes: readonly Veto[];
  readonly gates: Readonly<Record<string, Decimal | null>>;
  readonly attainments: Readonly<Record<string, Decimal | null>>;
}

export interface CardTotal {
  /** Lines, bonus and penalty, before any gate or veto; unrounded. */
  readonly raw: string | null;
  /** What is shown and what the grade is read from. */
  readonly total: string | null;
  readonly grade: string | null;
  readonly gradeBeforeVeto: string | null;
  readonly coefficient: string | null;
  readonly trace: readonly TraceStep[];
}

export const NO_TOTAL: CardTotal = {
  raw: null,
  total: null,
  grade: null,
  gradeBeforeVeto: null,
  coefficient: null,
  trace: [],
};

/** From weighed lines to a total, a grade and a coefficient; rounded once, where the score is shown. @source SPEC.md S-00 */
export function cardTotal(scoring: CardScoring, parts: CardParts): CardTotal {
  if (parts.lines.length === 0) return NO_TOTAL;
  const vetoes = sumVetoes(parts.vetoes, scoring.grades);
  const steps: TraceStep[] = [];
  const step = (made: TraceStep) => steps.push(made);

  const lines = sum(parts.lines.map(({ score, weight }) => score.times(weight).div(100)));
  step(traceStep("S-10", "lines_sum", lines));
  const raw = lines.plus(parts.bonus).minus(parts.penalty);
  if (!raw.eq(lines))
    step(traceStep("S-11", "with_extras", raw, { lines, bonus: parts.bonus, penalty: parts.penalty }));
  for (const veto of parts.vetoes) step(traceStep("S-12", `veto_${veto.effect.kind}`, null, vetoParams(veto)));
  let score = afterVetoes(parts, vetoes);
  if (!score.eq(raw)) step(traceStep("S-12", "after_vetoes", score, { raw }));
  for (const gate of scoring.gates) {
    const { factor, step: made } = gateFactor(gate, parts.gates[gate.key] ?? null);
    score = score.times(factor);
    step(made);
  }
  const kept = Decimal.min(Decimal.max(score, ZERO), scoring.totalCap);
  if (!kept.eq(score)) step(traceStep("S-00", "clamped", kept, { score, cap: scoring.totalCap }));
  const total = roundScore(kept, scoring.places);
  step(roundedStep(traceStep("S-15", "rounded", total, { score: kept }), scoring.places));

  const gradeBeforeVeto = gradeOf(total, scoring.grades, scoring.places);
  const grade =
    vetoes.gradeCap === null ? gradeBeforeVeto : worseGrade(gradeBeforeVeto, vetoes.gradeCap, scoring.grades);
  step(traceStep("S-15", "graded", null, { score: total, grade: gradeBeforeVeto }));
  if (grade !== gradeBeforeVeto) step(traceStep("S-12", "grade_capped", null, { grade }));
  const earned = coefficientOf(scoring.coefficient, { score: total, grade }, scoring.grades, parts.attainments);
  const { coefficientCap } = vetoes;
  const coefficient = earned === null || coefficientCap === null ? earned : Decimal.min(earned, coefficientCap);
  step(traceStep("S-17", `coefficient_${scoring.coefficient.kind}`, coefficient, { score: total, grade }));
  return {
    raw: raw.toString(),
    total: total.toFixed(scoring.places),
    grade,
    gradeBeforeVeto,
    coefficient: coefficient?.toString() ?? null,
    trace: steps,
  };
}

function afterVetoes({ lines, bonus, penalty }: CardParts, vetoes: VetoSum): Decimal {
  if (vetoes.total) return ZERO;
  const counted = lines.filter(
    ({ item }) =>
      !vetoes.items.has(item.key) && !(item.dimension !== undefined && vetoes.dimensions.has(item.dimension)),
  );
  const points = sum(counted.map(({ score, weight }) => score.times(weight).div(100)));
  return points.plus(vetoes.bonus ? ZERO : bonus).minus(penalty);
}

function vetoParams({ key, effect }: Veto): Record<string, string> {
  switch (effect.kind) {
    case "zeroItem":
      return { veto: key, item: effect.item };
    case "zeroDimension":
      return { veto: key, dimension: effect.dimension };
    case "gradeCap":
      return { veto: key, grade: effect.grade };
    case "coefficientCap":
      return { veto: key, coefficient: decimal(effect.coefficient).toString() };
    default:
      return { veto: key };
  }
}
