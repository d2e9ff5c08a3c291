import { z } from "zod";
import { Decimal, decimal, ONE } from "../../numbers/decimal.ts";
import { roundHalfUp } from "../../numbers/rounding.ts";
import { DecimalString, Key } from "../../platform/text.ts";
import type { GradeBand } from "./grade.ts";
import { matrixValue } from "./score-matrix.ts";

/** S-17: where the individual coefficient comes from. */
export const CoefficientRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("grade") }),
  z.object({ kind: z.literal("linear"), per: DecimalString.refine((text) => Number(text) > 0).default("100") }),
  z.object({
    kind: z.literal("matrix"),
    row: Key,
    column: Key,
    rows: z.array(DecimalString).min(1).max(30),
    columns: z.array(DecimalString).min(1).max(30),
    values: z.array(z.array(DecimalString).max(31)).max(31),
  }),
]);
export type CoefficientRule = z.infer<typeof CoefficientRule>;

/**
 * 绩效系数 of a result, unrounded.
 *
 * @param attainments attainment of each line, for a table of two of them
 * @returns `null` when the table's lines have no attainment
 * @source SPEC.md S-07, S-17
 */
export function coefficientOf(
  rule: CoefficientRule,
  result: { readonly score: Decimal; readonly grade: string },
  bands: readonly GradeBand[],
  attainments: Readonly<Record<string, Decimal | null>> = {},
): Decimal | null {
  switch (rule.kind) {
    case "grade":
      return decimal(bands.find(({ key }) => key === result.grade)?.coefficient ?? "1");
    case "linear":
      return result.score.div(rule.per);
    case "matrix": {
      const row = attainments[rule.row] ?? null;
      const column = attainments[rule.column] ?? null;
      return row === null || column === null ? null : matrixValue(rule, row, column);
    }
  }
}

/**
 * 绩效工资 = 基数 × every coefficient ÷ divisor, rounded once at the end to cents.
 *
 * @source SPEC.md S-17
 */
export function performancePay(base: Decimal, factors: readonly Decimal[], divisor: Decimal = ONE): Decimal {
  const product = factors.reduce((pay, factor) => pay.times(factor), base);
  return roundHalfUp(product.div(divisor).toDecimalPlaces(40, Decimal.ROUND_HALF_UP));
}
