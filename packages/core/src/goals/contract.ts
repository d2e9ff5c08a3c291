import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { DecimalString, InstantString, Key } from "../platform/text.ts";
import { BatchAnswer, TargetBatch } from "./set-many.ts";
import { Reason, Slice, Target, TargetEvent, TargetPlace, TargetSetting, TargetSplit } from "./target.ts";

export const listTargets = contract({
  name: "targets.list",
  method: "POST",
  path: "/goals/targets/query",
  access: "member",
  summary: "Targets of a KPI in a period, as they stand or stood",
  body: z.object({
    kpi: Key,
    period: PeriodKey,
    /** Only targets of this slice; those of the whole business when left out. */
    slice: Slice.optional(),
    asOf: InstantString.optional(),
  }),
  response: z.object({ targets: z.array(Target) }),
});

export const setTarget = contract({
  name: "targets.set",
  method: "PUT",
  path: "/goals/targets",
  access: "member",
  summary:
    "Set a person's, unit's or the company's target for a period, with a reason and where the difference comes from",
  body: TargetSetting,
  response: Target,
});

export const setTargets = contract({
  name: "targets.setMany",
  method: "PUT",
  path: "/goals/targets/batch",
  access: "member",
  summary: "Set up to 10,000 targets from a pasted or imported list in one act; faulty rows are told one by one",
  body: TargetBatch,
  response: BatchAnswer,
  bodyLimit: 8 * 1024 * 1024,
});

export const lockTarget = contract({
  name: "targets.lock",
  method: "PUT",
  path: "/goals/targets/lock",
  access: "member",
  summary: "Lock a target, so that it keeps its value when its parent is split again, or unlock it",
  body: TargetPlace.extend({ locked: z.boolean() }),
  response: Target,
});

export const splitTargets = contract({
  name: "targets.split",
  method: "PUT",
  path: "/goals/targets/split",
  access: "member",
  summary: "Split a target into units, people or shorter periods; the parts add up to it exactly",
  body: TargetSplit.extend({
    /** The answer is what the split would give; nothing is kept. */
    preview: z.boolean().default(false),
  }),
  response: z.object({ parent: Target, targets: z.array(Target) }),
});

export const targetHistory = contract({
  name: "targets.history",
  method: "POST",
  path: "/goals/targets/history",
  access: "member",
  summary: "Every change of a target, the newest first",
  body: TargetPlace.extend({ page: PageQuery.default({ limit: 50 }) }),
  response: Page(TargetEvent),
});

/** An annual (or quarterly) target, split at once by last year's shape into months and people. */
export const YearPlan = z.object({
  kpi: Key,
  period: PeriodKey,
  amount: DecimalString,
  /** All active members when left out. */
  members: z.array(z.uuid()).min(1).max(10_000).optional(),
  /** The share of the whole, such as 0.05, for someone without results last year. */
  newcomers: DecimalString.default("0"),
  /** How fine: months (default) or weeks as the calendar has them; the longer periods between are set too. */
  grain: z.enum(["month", "week"]).default("month"),
  /** Whether every unit on the way down gets its own target, the sum of its people's. */
  units: z.boolean().default(true),
  reason: Reason,
});
export type YearPlan = z.infer<typeof YearPlan>;

export const planYear = contract({
  name: "goals.planYear",
  method: "POST",
  path: "/goals/year",
  access: "member",
  summary: "Split an annual target by last year's actuals into months and people, all in one act",
  body: YearPlan,
  response: z.object({
    postingId: z.uuid(),
    /** Periods the year was cut into, at the finest grain. */
    months: z.number().int(),
    /** Targets set in all. */
    nodes: z.number().int(),
    people: z.number().int(),
    basis: z.enum(["history", "workdays"]),
  }),
});
