import { setTargets } from "@dabiao/core/goals/contract.ts";
import type { BatchAnswer } from "@dabiao/core/goals/set-many.ts";
import { refusalSentence } from "@dabiao/core/refusal-sentence.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { rowsOfPaste } from "./rows-of-paste.ts";

interface PasteDialogProps {
  readonly kpi: string;
  readonly period: string;
  readonly onClose: () => void;
}

/** A quota list pasted from a sheet: who, period, amount. Faulty rows are named before anything is kept. */
export function PasteDialog({ kpi, period, onClose }: PasteDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const rows = rowsOfPaste(text, period);
  const body = { kpi, rows, reason: reason.trim() };
  const check = useMutation({
    mutationFn: () => call(setTargets, { body: { ...body, preview: true, skipFaulty: true } }),
  });
  const keep = useMutation({
    mutationFn: () => call(setTargets, { body: { ...body, skipFaulty: true } }),
    onSuccess: async ({ written }) => {
      onClose();
      await client.invalidateQueries({ queryKey: ["goals"] });
      await client.invalidateQueries({ queryKey: ["kpi"] });
      void message.success(t("goals.paste.done", { count: written }));
    },
  });
  const error = keep.error ?? check.error;
  const change = (read: () => void) => {
    check.reset();
    read();
  };
  return (
    <Modal
      open
      width={640}
      title={t("goals.paste")}
      okText={t(check.data ? "goals.paste.keep" : "goals.paste.check", { count: check.data?.written ?? 0 })}
      okButtonProps={{
        disabled: rows.length === 0 || reason.trim() === "" || check.data?.written === 0,
        loading: check.isPending || keep.isPending,
      }}
      onOk={() => (check.data ? keep.mutate() : check.mutate())}
      onCancel={onClose}
    >
      <p className="muted">{t("goals.paste.hint", { period })}</p>
      <Form layout="vertical">
        <Form.Item label={t("goals.paste.rows", { count: rows.length })} htmlFor="paste-rows">
          <Input.TextArea
            id="paste-rows"
            rows={8}
            value={text}
            placeholder={t("goals.paste.example")}
            onChange={({ target }) => change(() => setText(target.value))}
          />
        </Form.Item>
        <Form.Item label={t("goals.reason")} htmlFor="paste-reason" required>
          <Input
            id="paste-reason"
            value={reason}
            maxLength={500}
            onChange={({ target }) => change(() => setReason(target.value))}
          />
        </Form.Item>
      </Form>
      {error && <Alert type="error" title={refusalText(error)} className="goal-alert" />}
      {check.data && <Checked answer={check.data} />}
    </Modal>
  );
}

const PROBLEMS_SHOWN = 50;

function Checked({ answer: { written, unchanged, problems } }: { readonly answer: BatchAnswer }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section aria-live="polite">
      <p>{t("goals.paste.checked", { written, unchanged, problems: problems.length })}</p>
      <ul className="goal-history">
        {problems.slice(0, PROBLEMS_SHOWN).map(({ row, code, params }) => (
          <li key={row}>
            {t("goals.paste.problem", {
              row: row + 1,
              problem: refusalSentence({ code, params: params as Record<string, string> }, locale),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
