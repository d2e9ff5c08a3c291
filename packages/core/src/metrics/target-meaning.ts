import { z } from "zod";

const Amount = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

/**
 * K-12: how a KPI's target is meant. `amount` is plain attainment, actual over target. A band (`maintain`) is kept
 * between limits, or within a tolerance in percent around the target.
 */
export const TargetMeaning = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("amount") }),
  z.object({ kind: z.literal("maximize"), start: Amount }),
  z.object({ kind: z.literal("minimize"), start: Amount }),
  z.object({
    kind: z.literal("maintain"),
    least: Amount.optional(),
    most: Amount.optional(),
    tolerance: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,4})?$/)
      .optional(),
  }),
  z.object({ kind: z.literal("milestone") }),
]);
export type TargetMeaning = z.infer<typeof TargetMeaning>;
