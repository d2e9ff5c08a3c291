import { z } from "zod";
import { DecimalString, Key, LocalText } from "../../platform/text.ts";
import { Attain } from "./attain.ts";
import { ScoringMeasure } from "./measure.ts";
import { Better, ScoringBand } from "./scoring-band.ts";

/** Points a line is worth in full; a form that writes 28 of 30 has 30 here. */
const Full = DecimalString.refine((text) => Number(text) > 0).default("100");

/** S-01, S-02: points follow attainment, between a floor and a cap, and are 0 below the gate. */
export const ProportionalRule = z.object({
  kind: z.literal("proportional"),
  attain: Attain,
  full: Full,
  floor: DecimalString.default("0"),
  cap: DecimalString.default("1.2"),
  gate: DecimalString.optional(),
});

/** S-03: points by a table of half-open bands. */
export const BandsRule = z.object({
  kind: z.literal("bands"),
  measure: ScoringMeasure,
  better: Better,
  bands: z.array(ScoringBand).min(1).max(50),
  full: Full,
  /** A band may give more than full marks. */
  allowOver: z.boolean().default(false),
  interpolate: z.boolean().default(false),
});

/** 每满 (`floor`), 不足一档按一档 (`ceil`) or to the fraction (`exact`). */
export const PerUnit = z.object({
  unit: DecimalString.refine((text) => Number(text) > 0),
  /** Points for each unit: negative to deduct. */
  points: DecimalString,
  count: z.enum(["floor", "ceil", "exact"]).default("floor"),
});
export type PerUnit = z.infer<typeof PerUnit>;

/** S-04: points added or deducted for each unit above or below a standard. */
export const PerUnitRule = z.object({
  kind: z.literal("perUnit"),
  measure: ScoringMeasure,
  base: DecimalString,
  standard: DecimalString,
  above: PerUnit.nullable(),
  below: PerUnit.nullable(),
  min: DecimalString.default("0"),
  max: DecimalString,
  full: Full,
});

/** S-07: points by two KPIs. Thresholds go upwards; `values[row][column]`, the lowest first, one more than thresholds each way. */
export const MatrixRule = z.object({
  kind: z.literal("matrix"),
  measure: ScoringMeasure,
  columnKpi: Key,
  columnMeasure: ScoringMeasure,
  rows: z.array(DecimalString).min(1).max(30),
  columns: z.array(DecimalString).min(1).max(30),
  values: z.array(z.array(DecimalString).max(31)).max(31),
  full: Full,
});

export const RaterRole = z.enum(["self", "manager", "second_manager", "peer", "report", "dotted", "project"]);
export type RaterRole = z.infer<typeof RaterRole>;

/** A step of a rating scale: S, A, B … with what behaviour it stands for. */
export const RatingOption = z.object({
  key: z.string().trim().min(1).max(20),
  label: LocalText,
  points: DecimalString,
  anchor: LocalText.optional(),
  /** The rater has to say why. */
  comment: z.boolean().default(false),
});
export type RatingOption = z.infer<typeof RatingOption>;

export const RaterShare = z.object({
  role: RaterRole,
  weight: DecimalString,
  /** Nobody is told who of them gave what. */
  anonymous: z.boolean().default(false),
  /** Fewer raters than this of an anonymous role and the role is hidden and left out. */
  least: z.number().int().min(1).max(20).default(1),
});
export type RaterShare = z.infer<typeof RaterShare>;

/** S-08: people judge. */
export const RatingRule = z.object({
  kind: z.literal("rating"),
  options: z.array(RatingOption).max(12).default([]),
  /** Raters write points from 0 to `max`, instead of choosing or beside it. */
  free: z.boolean().default(false),
  raters: z.array(RaterShare).min(1).max(7),
  max: DecimalString.default("120"),
  full: Full,
});

/** S-09: points by the place in a group of peers. */
export const RankRule = z.object({
  kind: z.literal("rank"),
  measure: ScoringMeasure,
  better: Better,
  points: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("linear"), top: DecimalString, bottom: DecimalString }),
    z.object({ kind: z.literal("bands"), bands: z.array(ScoringBand).min(1).max(50) }),
  ]),
  full: Full,
});

/** How a line of a scorecard becomes points: S-01 to S-09. */
export const ScoringRule = z.discriminatedUnion("kind", [
  ProportionalRule,
  BandsRule,
  PerUnitRule,
  MatrixRule,
  RatingRule,
  RankRule,
]);
export type ScoringRule = z.infer<typeof ScoringRule>;
export type RuleOf<K extends ScoringRule["kind"]> = Extract<ScoringRule, { kind: K }>;
