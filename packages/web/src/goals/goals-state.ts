import { Subject } from "@dabiao/core/goals/target.ts";
import { z } from "zod";

export const GOAL_GRAINS = ["half", "quarter", "month", "week"] as const;

/** What the page shows, in its address. */
export const GoalsState = z.object({
  kpi: z.string().max(40).optional().catch(undefined),
  /** The whole that is planned: a year, or any period the calendar knows. */
  period: z.coerce.string().max(20).optional().catch(undefined),
  grain: z.enum(GOAL_GRAINS).default("month").catch("month"),
  /** Opens people and units into the values of this dimension instead of into those below. */
  by: z.string().max(120).optional().catch(undefined),
  draft: z.uuid().optional().catch(undefined),
  /** The tree as it was known at this moment. */
  asOf: z.iso.datetime({ offset: true }).optional().catch(undefined),
  /** The place whose drawer is open. */
  subject: Subject.optional().catch(undefined),
  slice: z.string().max(160).optional().catch(undefined),
  column: z.coerce.string().max(20).optional().catch(undefined),
});
export type GoalsState = z.infer<typeof GoalsState>;
