import { z } from "zod";
import { type Decimal, decimal, sum } from "../../numbers/decimal.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import { DecimalString } from "../../platform/text.ts";
import type { RuleScore } from "./rule-score.ts";
import { RaterRole, type RaterShare, type RuleOf } from "./scoring-rule.ts";
import { type TraceStep, traceStep } from "./trace.ts";
import { weightedMean } from "./weighted-mean.ts";

/** What one rater gave: a level of the scale, or points. */
export const Rating = z.object({
  role: RaterRole,
  option: z.string().max(20).optional(),
  points: DecimalString.optional(),
  comment: z.string().trim().max(2000).optional(),
});
export type Rating = z.infer<typeof Rating>;

/**
 * Σ score × weight ÷ Σ weight over the roles that have rated; several raters of a role are averaged. A role that has not
 * rated is left out with its weight; so is an anonymous role with too few raters, which stays hidden.
 *
 * @source SPEC.md S-08
 */
export function scoreRating(rule: RuleOf<"rating">, ratings: readonly Rating[]): RuleScore {
  const blocks = rule.raters.map((share) => blockOf(rule, share, ratings));
  const points = weightedMean(blocks.map(({ value, weight }) => ({ value, weight })));
  const trace = blocks.map(({ step }) => step);
  if (points === null) return { points: "rating_missing", attainment: null, trace };
  const weights = sum(blocks.flatMap(({ value, weight }) => (value === null ? [] : [weight])));
  return { points, attainment: null, trace: [...trace, traceStep("S-08", "ratings_mean", points, { weights })] };
}

/** What is wrong with a rating, before it is kept. @source SPEC.md S-08 */
export function checkRating(rule: RuleOf<"rating">, rating: Rating, path: RefusalPath = []): Issue[] {
  if (rating.option !== undefined) {
    const option = rule.options.find(({ key }) => key === rating.option);
    if (option === undefined) return [{ code: "rating_level", params: { option: rating.option }, path }];
    return option.comment && !rating.comment ? [{ code: "rating_reason", params: { option: option.key }, path }] : [];
  }
  const given = rule.free && rating.points !== undefined ? decimal(rating.points) : null;
  return given === null || given.isNegative() || given.gt(rule.max)
    ? [{ code: "rating_range", params: { max: rule.max }, path }]
    : [];
}

interface RoleBlock {
  readonly value: Decimal | null;
  readonly weight: Decimal;
  readonly step: TraceStep;
}

function blockOf(rule: RuleOf<"rating">, share: RaterShare, ratings: readonly Rating[]): RoleBlock {
  const weight = decimal(share.weight);
  const given = ratings.filter(({ role }) => role === share.role).flatMap((rating) => pointsOf(rule, rating));
  const params = { role: share.role, weight, raters: given.length };
  if (given.length === 0) return { value: null, weight, step: traceStep("S-08", "rating_absent", null, params) };
  if (share.anonymous && given.length < share.least)
    return { value: null, weight, step: traceStep("S-08", "rating_hidden", null, { ...params, least: share.least }) };
  const value = sum(given).div(given.length);
  return { value, weight, step: traceStep("S-08", "rating_role", value, params) };
}

function pointsOf(rule: RuleOf<"rating">, rating: Rating): Decimal[] {
  const points = rule.options.find(({ key }) => key === rating.option)?.points ?? rating.points;
  return points === undefined ? [] : [decimal(points)];
}
