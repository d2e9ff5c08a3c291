import { z } from "zod";
import { Grain } from "../calendar/grain.ts";
import { DecimalString, Key, LocalText } from "../platform/text.ts";
import { CardItem, CardScoring } from "./scoring/card-scoring.ts";
import { Veto } from "./scoring/veto.ts";

/** Whose result counts: the person's own, that of the unit they were in, or the company's. */
export const ResultOf = z.enum(["member", "unit", "company"]);
export type ResultOf = z.infer<typeof ResultOf>;

/**
 * Where a line's target comes from: the ledger of targets, with everything that changes it on the way (ramp, leave,
 * mid-period changes); the same amount for everybody; or none, for rules that look at the actual alone.
 */
export const TargetSource = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ledger") }),
  z.object({ kind: z.literal("fixed"), amount: DecimalString }),
  z.object({ kind: z.literal("none") }),
]);
export type TargetSource = z.infer<typeof TargetSource>;

/** What the system measures. Its period and calendar may be the line's own: three fiscal months in a quarter's card. */
export const KpiSource = z.object({
  kind: z.literal("kpi"),
  kpi: Key,
  of: ResultOf.default("member"),
  /** The card's when left out. */
  grain: Grain.optional(),
  /** The metric's own when left out. */
  calendar: Key.optional(),
  target: TargetSource.prefault({ kind: "ledger" }),
  /** Several periods: scored as one, or each by itself and composed by working days (S-14). */
  compose: z.enum(["whole", "average"]).default("whole"),
});
export type KpiSource = z.infer<typeof KpiSource>;

/** A KPI; people who judge (S-08); or facts put on record one by one, such as bonus points for a patent (S-11). */
export const ItemSource = z.discriminatedUnion("kind", [
  KpiSource,
  z.object({ kind: z.literal("rating") }),
  z.object({ kind: z.literal("award") }),
]);
export type ItemSource = z.infer<typeof ItemSource>;

export const ScorecardItem = CardItem.extend({
  /** The KPI's own label when left out. */
  label: LocalText.optional(),
  description: LocalText.optional(),
  source: ItemSource,
});
export type ScorecardItem = z.infer<typeof ScorecardItem>;

/** S-13: what a gate looks at: the attainment of the unit or the company. */
export const GateSource = z.object({ gate: Key, kpi: Key, of: z.enum(["unit", "company"]).default("unit") });
export type GateSource = z.infer<typeof GateSource>;

/** A scorecard: who is measured by what, with which weights, in which period. */
export const ScorecardBody = z.object({
  label: LocalText,
  description: LocalText.optional(),
  /** Who it is for: a person named counts before a unit, the nearest unit before one above, a unit before a role. */
  for: z
    .object({
      roles: z.array(Key).max(50).default([]),
      units: z.array(z.uuid()).max(200).default([]),
      members: z.array(z.uuid()).max(2_000).default([]),
    })
    .prefault({}),
  grain: Grain.default("month"),
  calendar: Key.default("company"),
  items: z.array(ScorecardItem).min(1).max(20),
  scoring: CardScoring.prefault({}),
  gateSources: z.array(GateSource).max(5).default([]),
  /** S-12 一票否决: events that overrule the score. */
  vetoes: z.array(Veto).max(20).default([]),
});
export type ScorecardBody = z.infer<typeof ScorecardBody>;
