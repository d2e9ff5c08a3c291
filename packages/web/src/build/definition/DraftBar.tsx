import { App, Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "./issue-words.ts";
import { PublishDrawer } from "./PublishDrawer.tsx";
import type { Draft } from "./use-draft.ts";
import "./definition.css";
import "./messages.ts";

/** Whether the draft is kept, what is wrong with it, and the way to publish it. */
export function DraftBar<Body>({ draft }: { readonly draft: Draft<Body> }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const words = useErrorWords();
  const [open, setOpen] = useState(false);

  async function publish() {
    try {
      await draft.save();
      setOpen(true);
    } catch (error) {
      void message.error(words(error));
    }
  }

  return (
    <div className="draft-bar">
      <output className="muted" aria-live="polite">
        {draft.error ? words(draft.error) : t(`draft.${draft.state}`)}
      </output>
      {draft.issues.length > 0 && <Tag color="error">{t("draft.problems", { count: draft.issues.length })}</Tag>}
      {draft.detail.hasDraft && draft.detail.published !== null && (
        <Button onClick={() => void modal.confirm({ title: t("draft.discard.ask"), onOk: () => draft.discard() })}>
          {t("draft.discard")}
        </Button>
      )}
      <Button type="primary" disabled={draft.state === "clean"} onClick={() => void publish()}>
        {t("draft.publish")}
      </Button>
      <PublishDrawer kind={draft.kind} definition={draft.key} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
