import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { DayString, DecimalString, Key } from "../platform/text.ts";
import { Finding } from "./lint/finding.ts";
import { KpiBody, MetricBody } from "./metric.ts";

/** A target about to be set, for somebody or for the company. */
export const LintTarget = z.object({
  amount: DecimalString,
  period: z.string().max(40),
  deadline: DayString.optional(),
  member: z.uuid().optional(),
  unit: z.uuid().optional(),
  /** Whether it is a part of a bigger goal. */
  linked: z.boolean().optional(),
});
export type LintTarget = z.infer<typeof LintTarget>;

export const KpiLintRequest = z.object({
  /** The key it has or will have. */
  key: Key,
  body: KpiBody,
  /** A draft that is to stand for the KPI's metric. */
  metric: MetricBody.optional(),
  target: LintTarget.optional(),
});
export type KpiLintRequest = z.infer<typeof KpiLintRequest>;

export const KpiLint = z.object({
  findings: z.array(Finding),
  /** Out of 100. */
  score: z.number().int(),
  /** Targets of the running period that rest on it: while there are any, changing what it means needs a reason. */
  targets: z.number().int(),
  /** The last full periods, oldest first: what a target is held against. */
  past: z.array(z.object({ period: z.string(), value: DecimalString.nullable() })),
});
export type KpiLint = z.infer<typeof KpiLint>;

export const lintKpiContract = contract({
  name: "kpi.lint",
  method: "POST",
  path: "/kpis/lint",
  access: "member",
  summary: "A KPI draft, and perhaps a target of it, held against SMART on the company's data",
  body: KpiLintRequest,
  response: KpiLint,
});

export const lintTargetContract = contract({
  name: "kpi.lintTarget",
  method: "POST",
  path: "/kpis/:kpi/lint-target",
  access: "member",
  summary: "A target as one types it, held against what its person, unit or the company did in periods like it",
  params: z.object({ kpi: Key }),
  body: LintTarget,
  response: KpiLint.pick({ findings: true, past: true }),
});
