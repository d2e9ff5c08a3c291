import { z } from "zod";
import { DecimalString, Key, LocalText } from "../platform/text.ts";
import { DistributionGuide } from "./scoring/distribution-guide.ts";

/** Steps of a sheet that somebody has to do by a day. */
export const Stage = z.enum(["goal", "self", "rating", "calibration", "interview", "confirm"]);
export type Stage = z.infer<typeof Stage>;

/**
 * What happens at a stage's deadline. `block`: nothing goes on until it is done. `late`: it may still be done, marked
 * late. `advance`: the sheet goes on; a missing self-score is skipped, a missing rating is escalated, never invented.
 */
export const DeadlinePolicy = z.enum(["block", "late", "advance"]);
export type DeadlinePolicy = z.infer<typeof DeadlinePolicy>;

export const PlanStage = z.object({
  stage: Stage,
  /** Working days from the day the sheet enters the stage. */
  workdays: z.number().int().min(1).max(60),
  policy: DeadlinePolicy.default("late"),
});
export type PlanStage = z.infer<typeof PlanStage>;

const DEFAULT_STAGES: z.input<typeof PlanStage>[] = [
  { stage: "goal", workdays: 5, policy: "late" },
  { stage: "self", workdays: 3, policy: "advance" },
  { stage: "rating", workdays: 5, policy: "advance" },
  { stage: "calibration", workdays: 3, policy: "late" },
  { stage: "interview", workdays: 5, policy: "late" },
  { stage: "confirm", workdays: 5, policy: "advance" },
];

/**
 * An appraisal plan: which cards, through which stages, with which guide. Its cards run by one grain and one calendar;
 * people with another period are another plan's.
 */
export const AppraisalPlanBody = z.object({
  label: LocalText,
  description: LocalText.optional(),
  cards: z.array(Key).min(1).max(50),
  /** Nobody else is appraised by this plan; everybody a card is for, when left out. */
  units: z.array(z.uuid()).max(200).optional(),
  /** Left out although a card is for them. */
  except: z.array(z.uuid()).max(2_000).default([]),
  stages: z
    .array(PlanStage)
    .max(6)
    .prefault(DEFAULT_STAGES)
    .refine((stages) => new Set(stages.map(({ stage }) => stage)).size === stages.length),
  distribution: DistributionGuide.optional(),
  /** Grades that need an interview before they are confirmed; the best and the lowest when left out. */
  interviewGrades: z.array(z.string().max(10)).max(10).optional(),
  /** Working days to sign or appeal. */
  appealDays: z.number().int().min(1).max(60).default(5),
  /** Below this share of the period served there is no score. */
  minServed: DecimalString.default("0.5"),
});
export type AppraisalPlanBody = z.infer<typeof AppraisalPlanBody>;
