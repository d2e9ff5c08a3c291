import { listImports, readImport, suggestMapping } from "@dabiao/core/imports/contract.ts";
import type { Import } from "@dabiao/core/imports/import.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";

const UNDER_WAY: ReadonlySet<Import["state"]> = new Set(["reading", "checking", "running"]);
const POLL_MS = 700;

/** One import; while work is under way it is asked for again and again. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => call(readImport, { params: { id }, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && UNDER_WAY.has(state.data.state) ? POLL_MS : false),
  });
}

export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => call(listImports, { query: { limit: 50 }, signal }),
  staleTime: 0,
});

export function suggestionQuery(id: string, sheet: number, object?: string) {
  return queryOptions({
    queryKey: ["import", id, "suggestion", sheet, object ?? null],
    queryFn: ({ signal }) => call(suggestMapping, { params: { id }, query: { sheet, object }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
