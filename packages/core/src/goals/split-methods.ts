import { z } from "zod";
import { DecimalString } from "../platform/text.ts";
import { BufferOf, RampCurve, Slice, SplitInto, Subject, TargetPlace } from "./target.ts";

/** Asks for the results of all methods beside each other; nothing is kept. */
export const MethodsQuery = TargetPlace.extend({
  into: SplitInto,
  /** The amount to divide; the place's own target when left out. */
  amount: DecimalString.optional(),
  buffer: BufferOf.optional(),
  k: DecimalString.default("0"),
  newcomers: DecimalString.default("0"),
  ramp: RampCurve.optional(),
  weights: z.record(z.string().max(160), DecimalString).optional(),
  potentials: z.record(z.string().max(160), DecimalString).optional(),
  potentialMetric: z.string().max(40).optional(),
});
export type MethodsQuery = z.infer<typeof MethodsQuery>;

/** A child of a split, with what it reached a year before. */
export const SplitChild = z.object({
  /** The id weights are named by: a unit's or member's id, a period key, a slice. */
  id: z.string(),
  subject: Subject,
  period: z.string(),
  slice: Slice.nullable(),
  name: z.string(),
  lastYear: DecimalString.nullable(),
  /** The target now. */
  current: DecimalString.nullable(),
  locked: z.boolean(),
  /** Month of tenure when the period begins; null for who is long ramped and for units. */
  tenureMonth: z.number().int().nullable(),
});

export const MethodShare = z.object({
  amount: DecimalString,
  /** Growth over the own last year as a fraction; null without a last year. */
  growth: DecimalString.nullable(),
});

/** What one method would give; `unavailable` says why it cannot. */
export const MethodResult = z.object({
  method: z.enum(["even", "weights", "history", "seasonality", "workdays", "capacity", "potential", "copy"]),
  /** One per child, in order; empty when unavailable. */
  shares: z.array(MethodShare),
  unavailable: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  /** The method lacked data and fell back to another for some: `history`. */
  fellBack: z.boolean(),
});
export type MethodResult = z.infer<typeof MethodResult>;

export const MethodsAnswer = z.object({
  amount: DecimalString.nullable(),
  lastYear: DecimalString.nullable(),
  children: z.array(SplitChild),
  methods: z.array(MethodResult),
});
export type MethodsAnswer = z.infer<typeof MethodsAnswer>;
