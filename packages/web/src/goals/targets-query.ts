import { listTargets } from "@dabiao/core/goals/contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** All targets of a KPI in some periods, as far as the reader may see them. */
export function targetsQuery(kpi: string | undefined, periods: readonly string[]) {
  return queryOptions({
    queryKey: ["goals", "targets", kpi, periods],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        periods.map((period) => call(listTargets, { body: { kpi: kpi ?? "", period }, signal })),
      );
      return answers.flatMap(({ targets }) => targets);
    },
    enabled: kpi !== undefined,
    placeholderData: keepPreviousData,
  });
}
