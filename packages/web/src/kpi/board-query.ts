import type { BoardQuery } from "@dabiao/core/goals/board.ts";
import { kpiBoard, targetedKpis } from "@dabiao/core/goals/board-contract.ts";
import { queryMetricsContract } from "@dabiao/core/metrics/contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { type KpiInfo, objectsBehind } from "../metrics/use-metrics.ts";
import { withHeldMarks } from "./held-marks.ts";

const SHOWN = 6;
const ASKED_MAX = 12;

/** The board of some KPIs. Targets are no records: their changes reach it when the page is looked at again. */
export function boardQuery(
  kpis: readonly KpiInfo[],
  period: string,
  unit: string | undefined,
  people: BoardQuery["people"] = "few",
) {
  const keys = kpis.map(({ key }) => key);
  return queryOptions({
    queryKey: ["kpi", "board", keys, period, unit ?? null, people],
    queryFn: async ({ signal }) => {
      const body = { kpis: keys, period, people, ...(unit ? { unit } : {}) };
      return withHeldMarks(await call(kpiBoard, { body, signal }), kpis);
    },
    enabled: keys.length > 0,
    placeholderData: keepPreviousData,
    meta: { objects: objectsBehind(kpis.map(({ metric }) => metric)) },
  });
}

/**
 * Which KPIs have figures at all, by month, and the latest month that has any: a board opens on what there is, those
 * with targets first.
 */
export function usedKpisQuery(kpis: readonly KpiInfo[], today: string) {
  return queryOptions({
    queryKey: ["kpi", "used", kpis.map(({ key }) => key), today],
    queryFn: async ({ signal }) => {
      const targeted = new Set((await call(targetedKpis, { signal })).kpis);
      const asked = [
        ...kpis.filter(({ key }) => targeted.has(key)),
        ...kpis.filter(({ key }) => !targeted.has(key)),
      ].slice(0, ASKED_MAX);
      const metrics = [...new Set(asked.map(({ metric }) => metric.key))];
      const year = Number(today.slice(0, 4));
      const recent = await monthsWithFigures(metrics, { from: `${year - 1}-01-01`, to: `${year + 1}-01-01` }, signal);
      const counted =
        recent.length > 0
          ? recent
          : await monthsWithFigures(metrics, { from: "2000-01-01", to: `${year - 1}-01-01` }, signal);
      const used = new Set(counted.flatMap(({ values }) => metrics.filter((_, index) => isSomething(values[index]))));
      const months = counted.flatMap(({ key }) => key[0] ?? []).filter((month) => month <= today.slice(0, 7));
      return {
        kpis: asked.filter(({ metric }) => used.has(metric.key)).slice(0, SHOWN),
        lastMonth: months.sort().at(-1) ?? null,
      };
    },
    enabled: kpis.length > 0,
    staleTime: 5 * 60_000,
    meta: { objects: objectsBehind(kpis.map(({ metric }) => metric)) },
  });
}

async function monthsWithFigures(metrics: string[], period: { from: string; to: string }, signal: AbortSignal) {
  const body = { metrics, by: [{ kind: "period" as const, grain: "month" as const }], period };
  const { rows } = await call(queryMetricsContract, { body, signal });
  return rows.filter(({ values }) => values.some(isSomething));
}

function isSomething(value: string | null | undefined): boolean {
  return value != null && !decimal(value).isZero();
}
