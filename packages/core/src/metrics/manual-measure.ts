import { z } from "zod";
import { Who } from "./who.ts";

/**
 * K-13: figures that stand in no record, entered by a named person and confirmed by another one. What nobody
 * confirmed does not count, and a period without a figure is no data, never 0.
 */
export const ManualMeasure = z.object({
  kind: z.literal("manual"),
  /** How figures add up over people and time; `last` is a stock. */
  aggregate: z.enum(["sum", "avg", "last"]).default("sum"),
  /** The periods figures are entered for. */
  grain: z.enum(["week", "month", "quarter", "half", "year"]).default("month"),
  /** 数据录入人. */
  inputter: Who,
  confirmer: Who,
  /** Whose figures: every active member when left out. */
  people: Who.optional(),
  /** Working days after the period's end by which a figure must be there. */
  dueDays: z.number().int().min(0).max(60).default(5),
  evidence: z.enum(["none", "optional", "required"]).default("optional"),
});
export type ManualMeasure = z.infer<typeof ManualMeasure>;

/** The name under which manual figures stand where other metrics name an object. No object may be called so. */
export const MANUAL_OBJECT = "manual_figure";
