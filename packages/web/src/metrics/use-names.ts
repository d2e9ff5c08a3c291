import { listMembers, listUnits } from "@dabiao/core/people/contract.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "../api/call.ts";

/** Pages of members read at most: two thousand people. */
const PAGES_MAX = 10;

export const unitsQuery = queryOptions({
  queryKey: ["units"],
  queryFn: ({ signal }) => call(listUnits, { signal }),
  staleTime: 60_000,
});

export const membersQuery = queryOptions({
  queryKey: ["members", "all"],
  queryFn: async ({ signal }) => {
    const items: {
      readonly id: string;
      readonly name: string;
      readonly state: string;
      readonly unitId: string | null;
    }[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < PAGES_MAX; pages++) {
      const page = await call(listMembers, { query: { limit: 200, ...(cursor ? { cursor } : {}) }, signal });
      items.push(...page.items.map(({ id, name, state, unit }) => ({ id, name, state, unitId: unit?.id ?? null })));
      if (page.next === null) break;
      cursor = page.next;
    }
    return items;
  },
  staleTime: 5 * 60_000,
});

/** Names of people and units by id; `undefined` while they are read, or for those out of reach. */
export function usePeopleNames(): (id: string) => string | undefined {
  const units = useQuery(unitsQuery).data?.items;
  const members = useQuery(membersQuery).data;
  return useMemo(() => {
    const names = new Map([...(units ?? []), ...(members ?? [])].map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id);
  }, [units, members]);
}
