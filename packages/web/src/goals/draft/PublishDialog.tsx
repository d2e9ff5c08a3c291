import type { GoalDraft } from "@dabiao/core/goals/goal-draft.ts";
import { publishDraft } from "@dabiao/core/goals/plan-contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";

interface PublishDialogProps {
  readonly draft: GoalDraft;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onFault: () => void;
  readonly onPublished: () => void;
}

/** The draft becomes the plan in one act, with a note that stays in everybody's history. */
export function PublishDialog({ draft, open, onClose, onFault, onPublished }: PublishDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [note, setNote] = useState("");
  const publish = useMutation({
    mutationFn: () =>
      call(publishDraft, { params: { draft: draft.id }, body: { note: note.trim(), revision: draft.revision } }),
    onSuccess: async ({ version }) => {
      onClose();
      onPublished();
      await client.invalidateQueries({ queryKey: ["goals"] });
      await client.invalidateQueries({ queryKey: ["kpi"] });
      void message.success(t("goals.draft.published", { version }));
    },
    onError: onFault,
  });
  return (
    <Modal
      open={open}
      title={t("goals.draft.publish.title", { version: draft.version })}
      okText={t("goals.draft.publish")}
      okButtonProps={{ disabled: note.trim() === "", loading: publish.isPending }}
      destroyOnHidden
      onOk={() => publish.mutate()}
      onCancel={onClose}
    >
      <p className="muted">{t("goals.draft.publish.hint", { count: draft.edits })}</p>
      {draft.locked && <Alert type="warning" title={t("goals.plan.locked")} className="goal-alert" />}
      {publish.error && <Alert type="error" title={refusalText(publish.error)} className="goal-alert" />}
      <Form layout="vertical">
        <Form.Item label={t("goals.reason")} htmlFor="publish-note" required>
          <Input.TextArea
            id="publish-note"
            value={note}
            maxLength={500}
            autoFocus
            onChange={({ target }) => setNote(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
