import { pasteMembers } from "@dabiao/core/people/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { FormFault } from "../../people/FormFault.tsx";
import { readNames } from "./read-names.ts";

const SHOWN = 8;

/** A list of names as it is copied from a sheet, read back before anything is written; all of it or nothing. */
export function PasteDialog({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const { rows, bad } = readNames(text);
  const units = new Set(rows.map(({ unitPath }) => unitPath?.join("/")).filter(Boolean)).size;
  const add = useMutation({
    mutationFn: () => call(pasteMembers, { body: { rows: [...rows] } }),
    onSuccess: async ({ created, moved, units: made }) => {
      void message.success(t("paste.done", { created, moved, units: made }));
      setText("");
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      width={640}
      title={t("members.paste")}
      okText={t("paste.act")}
      okButtonProps={{ disabled: rows.length === 0 || bad.length > 0, loading: add.isPending }}
      onOk={() => add.mutate()}
    >
      <p className="muted">{t("paste.hint")}</p>
      <FormFault error={add.error} />
      <Input.TextArea
        aria-label={t("members.paste")}
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {bad.slice(0, SHOWN).map((each) => (
        <Alert key={each.line} type="error" title={t("paste.bad", each)} />
      ))}
      {rows.length > 0 && (
        <>
          <p>{t("paste.preview", { count: rows.length, units })}</p>
          <ul className="plain-list">
            {rows.slice(0, SHOWN).map((row) => (
              <li key={row.name + row.email + row.employeeNo}>
                {[row.name, row.unitPath?.join(" / "), row.leaderName, row.email, row.employeeNo]
                  .filter(Boolean)
                  .join(" · ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
