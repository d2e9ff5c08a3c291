import type { GoalDraft } from "@dabiao/core/goals/goal-draft.ts";
import { discardDraft } from "@dabiao/core/goals/plan-contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import { usePeopleNames } from "../../metrics/use-names.ts";
import { EditsDrawer } from "./EditsDrawer.tsx";
import { PublishDialog } from "./PublishDialog.tsx";

interface DraftBarProps {
  readonly draft: GoalDraft;
  readonly onCheck: () => void;
  /** Out of the draft; `published` when it became the plan. */
  readonly onLeave: () => void;
}

/** The draft in hand: how much was changed and by whom, and what can be done with it. */
export function DraftBar({ draft, onCheck, onLeave }: DraftBarProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const nameOf = usePeopleNames();
  const [shown, setShown] = useState<"edits" | "publish" | null>(null);
  const discard = useMutation({
    mutationFn: () => call(discardDraft, { params: { draft: draft.id } }),
    onSuccess: async () => {
      onLeave();
      await client.invalidateQueries({ queryKey: ["goals"] });
    },
    onError: (error) => message.error(refusalText(error)),
  });
  const editors = draft.editors.flatMap(({ memberId }) => (memberId ? [nameOf(memberId)] : []));
  return (
    <section className="draft-bar" aria-label={t("goals.draft")}>
      <strong>{t("goals.draft.version", { version: draft.version })}</strong>
      <span>{t("goals.draft.edits", { count: draft.edits })}</span>
      {editors.length > 0 && <span className="muted">{t("goals.draft.editors", { names: editors.join("、") })}</span>}
      <span className="grow" />
      <Button onClick={onLeave}>{t("goals.draft.leave")}</Button>
      <Popconfirm title={t("goals.draft.discard.sure")} onConfirm={() => discard.mutate()}>
        <Button danger loading={discard.isPending}>
          {t("goals.draft.discard")}
        </Button>
      </Popconfirm>
      <Button disabled={draft.edits === 0} onClick={() => setShown("edits")}>
        {t("goals.draft.list")}
      </Button>
      <Button disabled={draft.edits === 0} onClick={onCheck}>
        {t("goals.draft.check")}
      </Button>
      <Button type="primary" disabled={draft.edits === 0} onClick={() => setShown("publish")}>
        {t("goals.draft.publish")}
      </Button>
      <EditsDrawer draft={draft} open={shown === "edits"} onClose={() => setShown(null)} />
      <PublishDialog
        draft={draft}
        open={shown === "publish"}
        onClose={() => setShown(null)}
        onFault={onCheck}
        onPublished={onLeave}
      />
    </section>
  );
}
