import type { DraftEdit } from "@dabiao/core/goals/goal-draft.ts";
import { checkDraft, editDraft, openDraft, readDraft } from "@dabiao/core/goals/plan-contract.ts";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";

const OTHERS_EVERY_MS = 15_000;

/** A draft with who works in it; asked again now and then, because others do. */
export function draftQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ["goals", "draft", id],
    queryFn: ({ signal }) => call(readDraft, { params: { draft: id ?? "" }, signal }),
    enabled: id !== undefined,
    refetchInterval: OTHERS_EVERY_MS,
  });
}

export function findingsQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ["goals", "findings", id],
    queryFn: ({ signal }) => call(checkDraft, { params: { draft: id ?? "" }, signal }),
    enabled: false,
  });
}

/** The draft in hand: begun, read, and written to. What the server refuses is said, and nothing else is lost. */
export function useDraft(id: string | undefined, onOpened: (id: string) => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const draft = useQuery(draftQuery(id));
  const onError = async (error: unknown) => {
    void message.error(refusalText(error));
    await client.invalidateQueries({ queryKey: ["goals"] });
  };
  const open = useMutation({
    mutationFn: (plan: { kpi: string; period: string }) => call(openDraft, { body: plan }),
    onSuccess: (opened) => {
      client.setQueryData(draftQuery(opened.id).queryKey, opened);
      onOpened(opened.id);
    },
    onError,
  });
  const edit = useMutation({
    mutationFn: (edits: DraftEdit[]) => {
      if (!draft.data) throw new Error("there is no draft to write to");
      return call(editDraft, { params: { draft: draft.data.id }, body: { edits, revision: draft.data.revision } });
    },
    onSuccess: async (after) => {
      client.setQueryData(draftQuery(after.id).queryKey, after);
      await client.invalidateQueries({ queryKey: ["goals", "tree"] });
      await client.invalidateQueries({ queryKey: ["goals", "findings"], refetchType: "active" });
    },
    onError,
  });
  return { draft: draft.data ?? null, open, edit };
}
export type DraftInHand = ReturnType<typeof useDraft>;
