import { z } from "zod";
import { Decimal, decimal } from "../../numbers/decimal.ts";
import { roundHalfUp } from "../../numbers/rounding.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import { DecimalString, LocalText } from "../../platform/text.ts";

/** A grade with the least score it takes; the last one is open below. */
export const GradeBand = z.object({
  key: z.string().trim().min(1).max(10),
  label: LocalText.optional(),
  from: DecimalString.nullable(),
  /** 绩效系数, what the grade multiplies pay by. */
  coefficient: DecimalString.default("1"),
});
export type GradeBand = z.infer<typeof GradeBand>;

/** S from 95, A from 85, B from 70, C from 60, D below. */
export const DEFAULT_GRADES: readonly GradeBand[] = [
  { key: "S", from: "95", coefficient: "1.2" },
  { key: "A", from: "85", coefficient: "1.1" },
  { key: "B", from: "70", coefficient: "1" },
  { key: "C", from: "60", coefficient: "0.8" },
  { key: "D", from: null, coefficient: "0" },
];

/** Thirds cut at 60 digits must not fall off an exact half: 94.994999…9 is 94.995. */
const SNAP_PLACES = 40;

/** A score as it is shown: what is shown decides the grade. @source SPEC.md CV-1, S-15 */
export function roundScore(score: Decimal, places: number): Decimal {
  return roundHalfUp(score.toDecimalPlaces(SNAP_PLACES, Decimal.ROUND_HALF_UP), places);
}

/**
 * The grade of a score: rounded to what is shown first, then mapped; bands are lower-inclusive.
 *
 * @param bands best first, the last open below
 * @source SPEC.md S-15
 */
export function gradeOf(score: Decimal, bands: readonly GradeBand[], places = 2): string {
  const shown = roundScore(score, places);
  const band = bands.find(({ from }) => from === null || shown.gte(from));
  if (band === undefined) throw new RangeError("the last grade is open below");
  return band.key;
}

/** The worse of two grades. */
export function worseGrade(one: string, other: string, bands: readonly GradeBand[]): string {
  const place = (key: string) => bands.findIndex((band) => band.key === key);
  return place(other) > place(one) ? other : one;
}

/** @source SPEC.md S-15 */
export function checkGrades(bands: readonly GradeBand[], path: RefusalPath): Issue[] {
  const falls = bands.every(({ from }, index) => {
    const next = bands[index + 1];
    if (next === undefined) return from === null;
    return from !== null && (next.from === null || decimal(next.from).lt(from));
  });
  const once = new Set(bands.map(({ key }) => key)).size === bands.length;
  return falls && once ? [] : [{ code: "scorecard_grades_order", params: {}, path }];
}
