import { z } from "zod";
import { LocalText } from "../platform/text.ts";
import { ABSENCE_KINDS, AbsenceKind } from "./absence.ts";
import { ShareText } from "./ramp.ts";

export const ProrationBasisName = z.enum(["workdays", "days", "months", "halfMonths"]);

/** What the company decided about targets in real life: one definition, `company`. */
export const GoalRulesBody = z.object({
  label: LocalText.default({ zh: "目标规则", en: "Target rules" }),
  /** G-10: how a part of a period is measured. */
  proration: ProrationBasisName.default("workdays"),
  /** G-10: which approved absences take their days out of the target. */
  relief: z
    .array(AbsenceKind)
    .max(20)
    .default([...ABSENCE_KINDS]),
  /** A14: a target less likely than this is flagged before it is given. */
  oddsFloor: ShareText.default("0.4"),
  /** G-13: what a manager answers for. */
  manager: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("team") }),
      z.object({ kind: z.literal("haircut"), haircut: ShareText }),
      z.object({ kind: z.literal("ownAndTeam") }),
    ])
    .default({ kind: "team" }),
  /** G-13: a manager whose own attainment is within this of 100 % is close to it. */
  nearThreshold: ShareText.default("0.1"),
  /** A8: how much a derived weekly target may differ from somebody's own pace. */
  processCap: ShareText.default("0.5"),
});
export type GoalRulesBody = z.infer<typeof GoalRulesBody>;

/** The one key a company's rules stand under. */
export const GOAL_RULES_KEY = "company";

export const DEFAULT_GOAL_RULES: GoalRulesBody = GoalRulesBody.parse({});
