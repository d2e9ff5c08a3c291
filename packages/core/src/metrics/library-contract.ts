import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Key } from "../platform/text.ts";
import { MetricRule } from "./explain.ts";
import { KpiBody } from "./metric.ts";

/** A KPI as the library shows it: its definition, its rule as data, and who uses it. */
export const LibraryKpi = z.object({
  key: Key,
  body: KpiBody,
  /** Name, tags, pinyin and initials, in small letters, for finding it. */
  search: z.string(),
  /** The formula or ratio over metrics, by their keys; null for a plain metric. */
  formula: z.string().nullable(),
  rules: z.array(MetricRule),
  uses: z.array(z.object({ kind: z.string(), key: z.string(), label: z.string() })),
  /** Targets stand for it. */
  hasTargets: z.boolean(),
});
export type LibraryKpi = z.infer<typeof LibraryKpi>;

export const getKpiLibrary = contract({
  name: "kpi.library",
  method: "GET",
  path: "/kpis/library",
  access: "member",
  summary: "Every KPI with its documentation, its rule and who uses it",
  response: z.object({ items: z.array(LibraryKpi) }),
});
