import { checkDraftContract, getDefinition, listDefinitions } from "@dabiao/core/model/contract.ts";
import { PAGE_MAX } from "@dabiao/core/platform/page.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../../api/call.ts";

/** A definition with its draft and versions. */
export function definitionQuery(kind: string, key: string) {
  return queryOptions({
    queryKey: ["definition", kind, key],
    queryFn: ({ signal }) => call(getDefinition, { params: { kind, key }, signal }),
  });
}

export function checkQuery(kind: string, key: string) {
  return queryOptions({
    queryKey: ["definition", kind, key, "issues"],
    queryFn: ({ signal }) => call(checkDraftContract, { params: { kind, key }, signal }),
  });
}

/** The definitions of a kind, drafts included. */
export function definitionsQuery(kind: string) {
  return queryOptions({
    queryKey: ["definitions", kind],
    queryFn: ({ signal }) => call(listDefinitions, { query: { kind, limit: PAGE_MAX }, signal }),
  });
}
