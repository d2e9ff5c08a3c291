import { bulkUpdateContract, writeRecordsContract } from "@dabiao/core/records/contract.ts";
import type { Values, WriteIssue, WriteOp } from "@dabiao/core/records/write-batch.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useIssueText } from "../fields/issue-text.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import type { ObjectDefinition } from "./definition.ts";
import { type ListQuery, selectionOf } from "./list-query.ts";
import { refreshRecords } from "./refresh-records.ts";
import { useUndo } from "./use-undo.tsx";

/** Records chosen one by one, or all that a list finds. */
export type Chosen =
  | { readonly kind: "ids"; readonly ids: readonly string[] }
  | { readonly kind: "all"; readonly query: ListQuery; readonly count: number };

export type BulkChange =
  | { readonly op: "update"; readonly values: Values }
  | { readonly op: "delete" }
  | { readonly op: "restore" };

/** The same change on many records at once; what was left out is told with the reason, and all of it can be undone. */
export function useBulk(definition: ObjectDefinition) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const issueText = useIssueText(definition.fields);
  const { done } = useUndo();
  return useMutation({
    mutationFn: ({ chosen, change }: { chosen: Chosen; change: BulkChange }) => write(definition.key, chosen, change),
    onSuccess: async ({ issues, updated, deleted, cause }, { change }) => {
      const count =
        change.op === "delete" ? deleted : change.op === "update" ? updated : Math.max(updated, countOf(issues));
      const verb = { update: "write.updated", delete: "write.deleted", restore: "write.restored" }[change.op];
      if (count > 0) done({ cause, object: definition.key, text: t(verb, { count }) });
      const [first] = issues;
      if (first) {
        const reason = issueText({ code: first.code, params: first.params as never });
        void message.warning(t("write.left", { count: countOf(issues), reason }));
      }
      await refreshRecords(client, definition.key);
    },
    onError: (error) => message.error(refusalText(error)),
  });
}

async function write(object: string, chosen: Chosen, change: BulkChange) {
  if (chosen.kind === "ids") {
    const ops = chosen.ids.map((id): WriteOp => ({ ...change, id }) as WriteOp);
    const result = await call(writeRecordsContract, { params: { object }, body: { ops, onError: "collect" } });
    const restored = change.op === "restore" ? ops.length - countOf(result.issues) : result.updated;
    return { ...result, updated: restored };
  }
  const selection = selectionOf(chosen.query);
  return call(bulkUpdateContract, {
    params: { object },
    body: { selection, change: change as never, expected: chosen.count },
  });
}

function countOf(issues: readonly WriteIssue[]): number {
  return new Set(issues.map(({ row }) => row)).size;
}
