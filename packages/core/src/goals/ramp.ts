import { z } from "zod";
import type { Day } from "../calendar/day.ts";
import { type Decimal, decimal, ONE, ZERO } from "../numbers/decimal.ts";
import { Key, LocalText } from "../platform/text.ts";
import { tenureMonth } from "./capacity.ts";

/** A share of a full target: `0.3` is 30 %. */
export const ShareText = z.string().regex(/^\d{1,2}(\.\d{1,6})?$/);

/** G-05, A13: how a newcomer grows into a full target, month by month of tenure; past the last step the target is whole. */
export const RampBody = z.object({
  label: LocalText,
  description: LocalText.optional(),
  steps: z.array(ShareText).min(1).max(36),
  /** Hired on or before this day, the month of hire is month 1; later, the next month is. */
  cutOffDay: z.number().int().min(1).max(31).default(15),
  /** What the rest of the month of hire owes when month 1 is the next one: the first step of its days, or nothing. */
  hireMonth: z.enum(["first", "none"]).default("first"),
  /** Everybody with one of these roles is on it; others are put on it by name. */
  roles: z.array(Key).max(20).default([]),
  /** The KPIs it eases; all of them when empty. */
  kpis: z.array(Key).max(100).default([]),
});
export type RampBody = z.infer<typeof RampBody>;

/** A ramp as it holds for somebody: whose tenure, by its own count, began on a day. */
export interface RampOf {
  readonly key: string;
  readonly start: Day;
  readonly body: Pick<RampBody, "steps" | "cutOffDay" | "hireMonth">;
}

/**
 * The share of a full target due in a month of a ramp, and the month of tenure it is (0 in a month of hire that does not
 * count yet). It ends by itself: past the last step the share is 1.
 *
 * @param month any day of the month
 * @source SPEC.md G-05
 */
export function rampIn({ start, body }: RampOf, month: Day): { tenure: number; factor: Decimal } {
  const tenure = tenureMonth(start, month, body.cutOffDay);
  if (tenure > 0) return { tenure, factor: stepOf(body.steps, tenure) };
  const hired = month.slice(0, 7) === start.slice(0, 7);
  return { tenure, factor: hired && body.hireMonth === "first" ? stepOf(body.steps, 1) : ZERO };
}

/** Whether a ramp still changes anything on a day. */
export function rampRunsOn({ start, body }: RampOf, day: Day): boolean {
  return tenureMonth(start, day, body.cutOffDay) <= body.steps.length;
}

function stepOf(steps: readonly string[], tenure: number): Decimal {
  const step = steps[tenure - 1];
  return step === undefined ? ONE : decimal(step);
}
