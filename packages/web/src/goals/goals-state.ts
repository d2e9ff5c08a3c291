import { Subject } from "@dabiao/core/goals/target.ts";
import { Key } from "@dabiao/core/platform/text.ts";
import { z } from "zod";

/** The grid's state, all of it in the address. */
export const GoalsState = z.object({
  kpi: Key.optional().catch(undefined),
  year: z.coerce.number().int().min(1990).max(2200).optional().catch(undefined),
  grain: z.enum(["quarter", "month"]).default("month").catch("month"),
  /** The place whose drawer is open. */
  subject: Subject.optional().catch(undefined),
  period: z.coerce.string().max(20).optional().catch(undefined),
});
export type GoalsState = z.infer<typeof GoalsState>;
