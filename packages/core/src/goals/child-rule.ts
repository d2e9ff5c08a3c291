import { z } from "zod";
import { type Decimal, decimal, ZERO } from "../numbers/decimal.ts";
import { roundToUnit } from "../numbers/rounding.ts";
import { streetTarget } from "./over-assignment.ts";

/** Along which axis a target is handed down. */
export const Axis = z.enum(["people", "periods", "slices"]);
export type Axis = z.infer<typeof Axis>;
export const AXES: readonly Axis[] = Axis.options;

/** A factor such as `0.1`: at most ten times the parent. */
const Factor = z
  .string()
  .regex(/^(?:10|\d)(?:\.\d{1,6})?$/)
  .default("0");

/**
 * G-01: how the children of a node stand to it. `exact` add up to it; `over` to (1 + k) times it, the street target;
 * `under` to at most it, the owner carries the rest; `independent` are not held against it.
 */
export const ChildRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("exact") }),
  z.object({ kind: z.literal("over"), k: Factor }),
  z.object({ kind: z.literal("under") }),
  z.object({ kind: z.literal("independent") }),
]);
export type ChildRule = z.infer<typeof ChildRule>;

export const EXACT: ChildRule = { kind: "exact" };

/** k of `over`, 0 otherwise. */
export function overOf(rule: ChildRule): Decimal {
  return rule.kind === "over" ? decimal(rule.k) : ZERO;
}

/**
 * What the children and the buffer of a node have to make together, to the KPI's step; `null` where nothing is asked.
 *
 * @param own the node's own target
 * @source SPEC.md G-01, G-07
 */
export function streetOf(rule: ChildRule, own: Decimal, step: Decimal): Decimal | null {
  switch (rule.kind) {
    case "exact":
    case "under":
      return own;
    case "over":
      return roundToUnit(streetTarget(own, overOf(rule)), step);
    case "independent":
      return null;
  }
}

/**
 * The signed difference of a node along an axis: what its rule asks for less what children and buffer make. Zero is
 * right; positive is not handed out yet, negative too much is.
 *
 * @returns `null` under `independent`
 * @source SPEC.md G-01
 */
export function differenceOf(street: Decimal | null, children: Decimal, buffer: Decimal): Decimal | null {
  return street === null ? null : street.minus(children).minus(buffer);
}

/** Whether the rule leaves a difference unexplained. @source SPEC.md G-01 */
export function isUnexplained(rule: ChildRule, difference: Decimal | null): boolean {
  if (difference === null || difference.isZero()) return false;
  return rule.kind !== "under" || difference.isNegative();
}
