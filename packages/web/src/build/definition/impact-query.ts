import { previewImpact } from "@dabiao/core/model/contract.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../../api/call.ts";

/** What publishing the draft would do now; counted anew each time it is asked. */
export function impactQuery(kind: string, key: string) {
  return queryOptions({
    queryKey: ["definition", kind, key, "impact"],
    queryFn: ({ signal }) => call(previewImpact, { params: { kind, key }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}
