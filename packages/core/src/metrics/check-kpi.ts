import type { World } from "../model/kind.ts";
import { decimal } from "../numbers/decimal.ts";
import type { Issue } from "../platform/refusal.ts";
import type { KpiBody } from "./metric.ts";
import { metricSchema } from "./metric-schema.ts";

/** What is wrong with a KPI: marks out of order, a band without limits, a meaning of its target that its metric has not. */
export function checkKpi({ thresholds, target, metric }: KpiBody, world: World): Issue[] {
  const { ahead, ok, watch } = thresholds;
  const ordered = ahead >= ok && ok >= watch && watch >= 0;
  const issues: Issue[] = ordered ? [] : [{ code: "kpi_thresholds", params: {}, path: ["thresholds"] }];
  const direction = world.get(metricSchema, metric)?.direction;
  const path = ["target"];
  if (direction === "band" && target?.kind !== "maintain") issues.push({ code: "kpi_band", params: {}, path });
  if (target?.kind === "maintain") issues.push(...checkBand(target));
  if (target?.kind === "maximize" && direction === "down")
    issues.push({ code: "kpi_target_direction", params: {}, path });
  if (target?.kind === "minimize" && direction === "up")
    issues.push({ code: "kpi_target_direction", params: {}, path });
  return issues;
}

type Band = Extract<NonNullable<KpiBody["target"]>, { kind: "maintain" }>;

function checkBand({ least, most, tolerance }: Band): Issue[] {
  const path = ["target"];
  if (least === undefined && most === undefined && tolerance === undefined)
    return [{ code: "kpi_band", params: {}, path }];
  if (least !== undefined && most !== undefined && decimal(least).gt(decimal(most)))
    return [{ code: "kpi_band_order", params: { least, most }, path }];
  return [];
}
