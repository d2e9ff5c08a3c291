import { countInbox, listInbox } from "@dabiao/core/people/inbox-contract.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";

const EVERY_MINUTE_MS = 60_000;

/** How many notices wait; asked again every minute while somebody looks. */
export const unreadQuery = queryOptions({
  queryKey: ["inbox", "count"],
  queryFn: ({ signal }) => call(countInbox, { signal }),
  refetchInterval: EVERY_MINUTE_MS,
});

export function inboxQuery(only: "all" | "unread") {
  return infiniteQueryOptions({
    queryKey: ["inbox", "list", only],
    queryFn: ({ signal, pageParam }) =>
      call(listInbox, { query: { only, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}
