import { z } from "zod";
import { decimal, sum } from "../../numbers/decimal.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import { DecimalString } from "../../platform/text.ts";

/** S-16: how many people each grade is meant for. Advice, unless the company binds the top or all of it. */
export const DistributionGuide = z.object({
  mode: z.enum(["advisory", "upper", "hard"]).default("advisory"),
  /** Best first; percent, 100 together. */
  shares: z
    .array(z.object({ grade: z.string().max(10), percent: DecimalString }))
    .min(1)
    .max(12),
});
export type DistributionGuide = z.infer<typeof DistributionGuide>;

/** @source SPEC.md S-16 */
export function checkGuide({ shares }: DistributionGuide, path: RefusalPath): Issue[] {
  const all = sum(shares.map(({ percent }) => decimal(percent)));
  return all.eq(100) && shares.every(({ percent }) => !decimal(percent).isNegative())
    ? []
    : [{ code: "distribution_sum", params: { sum: all.toString() }, path }];
}
