import { kpiComparison, kpiOutlook } from "@dabiao/core/goals/board-contract.ts";
import type { ComparisonQuery } from "@dabiao/core/goals/comparison.ts";
import type { OutlookQuery } from "@dabiao/core/goals/outlook.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** Where a cell will end. */
export function outlookQuery(asked: OutlookQuery, objects: readonly string[]) {
  return queryOptions({
    queryKey: ["kpi", "outlook", asked],
    queryFn: ({ signal }) => call(kpiOutlook, { body: asked, signal }),
    meta: { objects: [...objects] },
  });
}

/** A cell against an earlier time. */
export function comparisonQuery(asked: ComparisonQuery, objects: readonly string[]) {
  return queryOptions({
    queryKey: ["kpi", "comparison", asked],
    queryFn: ({ signal }) => call(kpiComparison, { body: asked, signal }),
    meta: { objects: [...objects] },
    retry: false,
  });
}

/** Whose cell it is, where it is one person's, one unit's or the company's and no further cut; else nobody's. */
export function subjectOfCell({ member, unit, fields, filter }: MetricCell): Subject | null {
  if (fields.length > 0 || filter !== undefined || member === null) return null;
  if (member !== undefined) return { kind: "member", id: member };
  return unit === undefined ? { kind: "company" } : { kind: "unit", id: unit };
}
