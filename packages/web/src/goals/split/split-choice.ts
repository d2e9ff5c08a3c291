import type { ChildRule } from "@dabiao/core/goals/child-rule.ts";
import type { BufferOf, SplitInto, SplitMethod } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { z } from "zod";

export type IntoChoice = "units" | "members" | "periods" | "slices";
export type MethodKind = SplitMethod["kind"];

/** What the dialog holds, all as typed; percents as people write them. */
export interface SplitChoice {
  readonly into: IntoChoice;
  readonly grain: "half" | "quarter" | "month" | "week";
  readonly dimension: string;
  readonly method: MethodKind;
  readonly weights: Readonly<Record<string, string>>;
  /** What someone without a last year gets, in percent of the whole. */
  readonly newcomers: string;
  readonly buffer: string;
  readonly over: string;
  readonly rule: ChildRule["kind"];
}

const PERCENT = /^\d{1,3}(\.\d{1,4})?$/;

/** `5` is 0.05; what is no percent counts as nothing. */
export function share(percent: string): string {
  return PERCENT.test(percent.trim()) ? decimal(percent.trim()).div(100).toFixed() : "0";
}

export function intoOf({ into, grain, dimension }: SplitChoice): z.input<typeof SplitInto> {
  switch (into) {
    case "periods":
      return { kind: into, grain };
    case "slices":
      return { kind: into, dimension };
    default:
      return { kind: into };
  }
}

export function methodOf({ method, weights, newcomers }: SplitChoice): z.input<typeof SplitMethod> {
  switch (method) {
    case "weights":
      return { kind: method, weights: numbersOf(weights) };
    case "history":
      return { kind: method, newcomers: share(newcomers) };
    case "potential":
      return { kind: method, potentials: numbersOf(weights) };
    default:
      return { kind: method };
  }
}

export function ruleOf({ rule, over }: SplitChoice): ChildRule {
  return rule === "over" ? { kind: rule, k: share(over) } : { kind: rule };
}

export function bufferOf({ buffer }: SplitChoice): z.infer<typeof BufferOf> | undefined {
  const value = share(buffer);
  return decimal(value).isZero() ? undefined : { kind: "share", value };
}

/** Weights that are numbers; the others are still being typed. */
export function numbersOf(weights: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(weights).filter(([, value]) => /^\d{1,20}(\.\d{1,6})?$/.test(value)));
}
