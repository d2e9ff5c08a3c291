import { undoContract } from "@dabiao/core/records/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import { refreshRecords } from "./refresh-records.ts";
import { remember, takeBack, type Undoable } from "./undo-stack.ts";
import "./messages.ts";

const TOAST_S = 8;
const TOAST = "records-done";

/** Says what was done with the way back beside it; Ctrl+Z takes the same way. */
export function useUndo(): { done(step: Undoable): void; undo(cause?: string): void } {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const { mutate } = useMutation({
    mutationFn: ({ cause }: Undoable) => call(undoContract, { body: { cause } }),
    onSuccess: async ({ undone, kept }, step) => {
      const text =
        kept.length > 0 ? t("undo.part", { undone, kept: kept.length }) : t("undo.done", { text: step.text });
      void message.open({ key: TOAST, type: kept.length > 0 ? "warning" : "success", content: text });
      await refreshRecords(client, step.object);
    },
    onError: (error) => message.open({ key: TOAST, type: "error", content: refusalText(error) }),
  });
  const undo = useCallback(
    (cause?: string) => {
      const step = takeBack(cause);
      if (step) mutate(step);
      else void message.open({ key: TOAST, type: "info", content: t("undo.none") });
    },
    [mutate, message, t],
  );
  const done = useCallback(
    (step: Undoable) => {
      remember(step);
      const content = (
        <span>
          {step.text}
          <Button type="link" size="small" onClick={() => undo(step.cause)}>
            {t("act.undo")}
          </Button>
        </span>
      );
      void message.open({ key: TOAST, type: "success", content, duration: TOAST_S });
    },
    [message, t, undo],
  );
  return { done, undo };
}
