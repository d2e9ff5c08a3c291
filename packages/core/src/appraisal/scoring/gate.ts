import { z } from "zod";
import { Decimal, decimal, ONE } from "../../numbers/decimal.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import { DecimalString, Key, LocalText } from "../../platform/text.ts";
import { type TraceStep, traceStep } from "./trace.ts";

/**
 * S-13: another attainment, usually the team's, that the total depends on. A hard gate takes `factor` of the total below
 * `least`; a multiplier follows the attainment within bounds and is the kinder one.
 */
export const Gate = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("hard"),
    key: Key,
    label: LocalText.optional(),
    least: DecimalString,
    factor: DecimalString.default("0"),
  }),
  z.object({
    kind: z.literal("multiplier"),
    key: Key,
    label: LocalText.optional(),
    lo: DecimalString.default("0.8"),
    hi: DecimalString.default("1.2"),
  }),
]);
export type Gate = z.infer<typeof Gate>;

/** What a gate multiplies the total by; an attainment nobody knows changes nothing yet. @source SPEC.md S-13 */
export function gateFactor(gate: Gate, attainment: Decimal | null): { factor: Decimal; step: TraceStep } {
  if (attainment === null) return { factor: ONE, step: traceStep("S-13", "gate_unknown", ONE, { gate: gate.key }) };
  if (gate.kind === "hard") {
    const open = attainment.gte(gate.least);
    const factor = open ? ONE : decimal(gate.factor);
    const params = { gate: gate.key, attainment, least: gate.least };
    return { factor, step: traceStep("S-13", open ? "gate_open" : "gate_shut", factor, params) };
  }
  const factor = Decimal.min(Decimal.max(attainment, gate.lo), gate.hi);
  return {
    factor,
    step: traceStep("S-13", "gate_multiplier", factor, { gate: gate.key, attainment, lo: gate.lo, hi: gate.hi }),
  };
}

export function checkGate(gate: Gate, path: RefusalPath): Issue[] {
  return gate.kind === "multiplier" && decimal(gate.lo).gt(gate.hi)
    ? [{ code: "scorecard_gate_range", params: { gate: gate.key }, path }]
    : [];
}
