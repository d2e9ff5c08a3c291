import type { SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { tableFigure } from "../../kit/figures.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { shownNumber } from "../rule/shown-number.ts";

/** A figure of a line in its KPI's unit; a share of a percent KPI reads as points of percent. */
export function useLineFigure(): (line: SheetLine, value: string | null) => string {
  const { kpis } = useMetrics();
  return (line, value) => {
    const unit = kpis.find(({ key }) => key === line.kpi)?.metric.unit;
    if (value === null) return line.source === "kpi" ? "--" : "";
    return unit ? tableFigure(value, unit) : shownNumber(value);
  };
}
