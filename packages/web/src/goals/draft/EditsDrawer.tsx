import type { GoalDraft } from "@dabiao/core/goals/goal-draft.ts";
import { draftEdits, undoDraftEdit } from "@dabiao/core/goals/plan-contract.ts";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { formatMoment } from "../../fields/format-day.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { usePeopleNames } from "../../metrics/use-names.ts";
import { useIsPhone } from "../../shell/media.ts";
import { Region } from "../../shell/RegionState.tsx";
import { useEditText } from "./edit-text.ts";
import { draftQuery } from "./use-draft.ts";

interface EditsDrawerProps {
  readonly draft: GoalDraft;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every edit of the draft, the newest first; each can be taken back. */
export function EditsDrawer({ draft, open, onClose }: EditsDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const nameOf = usePeopleNames();
  const editText = useEditText();
  const edits = useInfiniteQuery({
    queryKey: ["goals", "edits", draft.id, draft.revision],
    queryFn: ({ pageParam, signal }) =>
      call(draftEdits, {
        params: { draft: draft.id },
        query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: open,
  });
  const undo = useMutation({
    mutationFn: (edit: string) => call(undoDraftEdit, { params: { draft: draft.id, edit } }),
    onSuccess: async (after) => {
      client.setQueryData(draftQuery(after.id).queryKey, after);
      await client.invalidateQueries({ queryKey: ["goals", "tree"] });
    },
    onError: (error) => message.error(refusalText(error)),
  });
  return (
    <Drawer open={open} onClose={onClose} size={isPhone ? "100%" : 480} title={t("goals.draft.list")}>
      <Region query={edits}>
        {({ pages }) => (
          <ul className="goal-history">
            {pages
              .flatMap(({ items }) => items)
              .map(({ id, edit, memberId, at }) => (
                <li key={id}>
                  <span>{editText(edit)}</span>
                  <span className="muted">
                    {memberId ? nameOf(memberId) : t("goals.system")} {formatMoment(at, locale)}
                  </span>
                  <Button
                    size="small"
                    loading={undo.isPending && undo.variables === id}
                    onClick={() => undo.mutate(id)}
                  >
                    {t("goals.draft.undo")}
                  </Button>
                </li>
              ))}
          </ul>
        )}
      </Region>
      {edits.hasNextPage && <Button onClick={() => void edits.fetchNextPage()}>{t("goals.moreEdits")}</Button>}
    </Drawer>
  );
}
