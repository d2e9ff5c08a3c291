import { getRecordContract } from "@dabiao/core/records/contract.ts";
import type { RecordDetail, RecordRow } from "@dabiao/core/records/record-query.ts";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** One record with everything its reader may see. */
export function recordQuery(object: string, id: string, isDeleted = false) {
  return queryOptions({
    queryKey: ["records", object, "one", id, isDeleted],
    queryFn: ({ signal }) =>
      call(getRecordContract, { params: { object, id }, query: { deleted: isDeleted ? "true" : "false" }, signal }),
    meta: { objects: [object] },
  });
}

/** Shows the record as it is about to be, before the server has said so. */
export function paintRecord(client: QueryClient, object: string, row: RecordRow, titles: RecordDetail["titles"]): void {
  client.setQueryData(recordQuery(object, row.id).queryKey, (before: RecordDetail | undefined) =>
    before ? { record: row, titles: mergeTitles(before.titles, titles) } : before,
  );
}

export function mergeTitles(a: RecordDetail["titles"], b: RecordDetail["titles"]): RecordDetail["titles"] {
  const merged = { ...a };
  for (const [kind, names] of Object.entries(b)) merged[kind] = { ...merged[kind], ...names };
  return merged;
}
