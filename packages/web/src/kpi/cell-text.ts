import type { BoardCell } from "@dabiao/core/goals/board.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent, formatPoints } from "@dabiao/core/numbers/format-number.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import { tileFigure } from "../kit/figures.ts";
import type { MetricInfo } from "../metrics/use-metrics.ts";

/** What a cell of the table says first: how much of the target, or the figure where there is no target. */
export function headline(cell: BoardCell, metric: MetricInfo, locale: Locale): string {
  if (cell.attain === null) return tileFigure(cell.actual, metric.unit, locale);
  if (metric.unit.kind === "percent") return tileFigure(cell.actual, metric.unit, locale);
  return formatPercent(decimal(cell.attain));
}

/** How far from what was to be reached by today: an amount, or points for a rate. Null without a target. */
export function shortfall(cell: BoardCell, metric: MetricInfo, locale: Locale): string | null {
  if (cell.actual === null || cell.expected === null) return null;
  const gap = decimal(cell.actual).minus(cell.expected);
  const better = metric.direction === "down" ? gap.negated() : gap;
  const size = better.abs();
  const text =
    metric.unit.kind === "percent" ? formatPoints(size, locale) : tileFigure(size.toFixed(), metric.unit, locale);
  return `${better.isNegative() ? "−" : "+"}${text}`;
}

/** Where a figure of the board comes from, as explanations take it. */
export function placeOf(
  metric: string,
  period: string,
  row: { readonly kind: "company" | "unit" | "member"; readonly id: string | null },
): MetricCell {
  const who =
    row.id === null ? {} : row.kind === "member" ? { member: row.id } : row.kind === "unit" ? { unit: row.id } : {};
  return { metric, period, fields: [], ...who };
}
