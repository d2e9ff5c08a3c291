import { countRecordsContract } from "@dabiao/core/records/contract.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { type ListQuery, selectionOf } from "./list-query.ts";

/** How many records a list has; asked once its first rows stand, and again whenever one of them changes anywhere. */
export function useCount(object: string, query: ListQuery, enabled: boolean) {
  const selection = selectionOf(query);
  return useQuery({
    queryKey: ["records", object, "count", selection],
    queryFn: ({ signal }) => call(countRecordsContract, { params: { object }, body: selection, signal }),
    enabled,
    placeholderData: keepPreviousData,
    meta: { objects: [object] },
  });
}
