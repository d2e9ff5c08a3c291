import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { DayString, DecimalString, Key } from "../platform/text.ts";
import { Finding } from "./lint/finding.ts";
import { KpiBody, MetricBody } from "./metric.ts";

export const KpiLintRequest = z.object({
  /** The key it has or will have. */
  key: Key,
  body: KpiBody,
  /** A draft that is to stand for the KPI's metric. */
  metric: MetricBody.optional(),
  /** A target about to be set, for somebody or for the company. */
  target: z
    .object({
      amount: DecimalString,
      period: z.string().max(40),
      deadline: DayString.optional(),
      member: z.uuid().optional(),
      unit: z.uuid().optional(),
      /** Whether it is a part of a bigger goal. */
      linked: z.boolean().optional(),
    })
    .optional(),
});
export type KpiLintRequest = z.infer<typeof KpiLintRequest>;

export const KpiLint = z.object({
  findings: z.array(Finding),
  /** Out of 100. */
  score: z.number().int(),
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
