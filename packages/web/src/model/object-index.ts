import { getWorld } from "@dabiao/core/model/world-contract.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** The definitions' index: every object, metric and KPI by name. A publication anywhere makes it stale. */
export const worldQuery = queryOptions({
  queryKey: ["world"],
  queryFn: ({ signal }) => call(getWorld, { query: {}, signal }),
  staleTime: 60_000,
});

/** One object in full beside the index: fields, views and forms as the reader may see them. */
export function objectQuery(key: string) {
  return queryOptions({
    queryKey: ["world", key],
    queryFn: ({ signal }) => call(getWorld, { query: { object: key }, signal }),
    staleTime: 60_000,
  });
}

/** The objects the reader may open; none while they are being read. */
export function useObjectIndex() {
  return useQuery(worldQuery).data?.objects ?? [];
}
