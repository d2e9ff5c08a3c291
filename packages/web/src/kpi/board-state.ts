import { Grain } from "@dabiao/core/calendar/grain.ts";
import { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { Key } from "@dabiao/core/platform/text.ts";
import { z } from "zod";

const KPIS_MAX = 6;

/** Sides of the drawer. */
export const DrawerTab = z.enum(["why", "pace", "trend", "records", "rule"]);
export type DrawerTab = z.infer<typeof DrawerTab>;

/** The board's state, all of it in the address. Numbers are read too: `2026` in an address looks like one. */
export const BoardState = z.object({
  period: z.coerce.string().max(20).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  kpis: z.array(Key).min(1).max(KPIS_MAX).optional().catch(undefined),
  view: z.enum(["kpi", "cut"]).default("kpi").catch("kpi"),
  /** A KPI's key, `name`, or `gap` over all KPIs. */
  sort: z.string().max(40).default("gap").catch("gap"),
  metrics: z.array(Key).min(1).max(KPIS_MAX).optional().catch(undefined),
  /** `member`, `unit`, `level:<name>` or `field:<path>`. */
  rows: z.string().max(200).default("member").catch("member"),
  columns: Grain.optional().catch(undefined),
  cell: MetricCell.optional().catch(undefined),
  tab: DrawerTab.default("why").catch("why"),
});
export type BoardState = z.infer<typeof BoardState>;

export type ChangeBoard = (
  change: { readonly [Key in keyof BoardState]?: BoardState[Key] | undefined },
  options?: { readonly replace?: boolean },
) => void;
