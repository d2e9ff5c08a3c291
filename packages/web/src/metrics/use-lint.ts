import { type KpiLintRequest, lintKpiContract } from "@dabiao/core/metrics/lint-contract.ts";
import { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../api/call.ts";

const PAUSE_MS = 500;

/** The lint of a KPI as one types: asked again after a pause; the last answer stays until the next one is there. */
export function useKpiLint(key: string, body: KpiBody, target?: KpiLintRequest["target"]) {
  const asked = useSettled(JSON.stringify({ key, body, ...(target ? { target } : {}) }));
  return useQuery({
    queryKey: ["kpi", "lint", asked],
    queryFn: ({ signal }) => call(lintKpiContract, { body: JSON.parse(asked) as KpiLintRequest, signal }),
    placeholderData: keepPreviousData,
    enabled: KpiBody.safeParse(body).success,
    retry: false,
  });
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
