import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { writeRecordsContract } from "@dabiao/core/records/contract.ts";
import type { RecordRow, Titles } from "@dabiao/core/records/record-query.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { ApiRefusal, call } from "../api/call.ts";
import { fieldText } from "../fields/field-text.ts";
import { useIssueText } from "../fields/issue-text.ts";
import { useLocale } from "../i18n/locale.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import type { ObjectDefinition } from "./definition.ts";
import { refreshRecords } from "./refresh-records.ts";
import { useUndo } from "./use-undo.tsx";
import "./messages.ts";

export interface FieldEdit {
  readonly row: RecordRow;
  readonly field: FieldIndex;
  readonly value: unknown;
  /** Names of what the values refer to, the new value's among them. */
  readonly titles: Titles;
  /** Shows the row as it stands now; `fault` says why the value came back. */
  paint(row: RecordRow, fault?: string): void;
}

/**
 * Saves one field at once: painted first, then written. A refusal brings the old value back with the reason; when
 * somebody else changed the field meanwhile, both values are shown and one is chosen.
 */
export function useFieldSave(definition: ObjectDefinition): (edit: FieldEdit) => Promise<boolean> {
  const { t } = useTranslation();
  const locale = useLocale();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const issueText = useIssueText(definition.fields);
  const { done } = useUndo();
  const { mutateAsync } = useMutation({
    mutationFn: ({ row, field, value }: FieldEdit) =>
      call(writeRecordsContract, {
        params: { object: definition.key },
        body: { ops: [{ op: "update", id: row.id, values: { [field.key]: value }, version: row.version }] },
      }),
  });

  async function save(edit: FieldEdit): Promise<boolean> {
    const { row, field, value, titles, paint } = edit;
    const painted = { ...row, values: { ...row.values, [field.key]: value } };
    paint(painted);
    try {
      const { records, cause } = await mutateAsync(edit);
      paint({ ...painted, version: records[0]?.version ?? row.version });
      const shown = fieldText(field, value, titles, locale) || t("field.none");
      done({
        cause,
        object: definition.key,
        text: t("write.changed", { field: localText(field.label, locale), value: shown }),
      });
      await refreshRecords(client, definition.key);
      return true;
    } catch (error) {
      if (error instanceof ApiRefusal && error.code === "record_changed") return resolve(edit, error);
      const fault = error instanceof ApiRefusal ? issueText(error) : refusalText(error);
      paint(row, fault);
      void message.error(fault);
      return false;
    }
  }

  /** 王芳 changed it to X meanwhile: take hers, or keep mine on top of it. */
  function resolve(edit: FieldEdit, { params }: ApiRefusal): Promise<boolean> {
    const { row, field, value, titles, paint } = edit;
    const version = Number(params["version"]);
    const theirs = { ...row, version, values: { ...row.values, [field.key]: params["theirs"] ?? null } };
    paint(theirs);
    const text = (each: unknown) => fieldText(field, each, titles, locale) || t("field.none");
    return new Promise((settle) => {
      modal.confirm({
        title: t("write.conflict", { field: localText(field.label, locale) }),
        content: t("write.conflict.values", { theirs: text(params["theirs"]), mine: text(value) }),
        okText: t("write.keepMine"),
        cancelText: t("write.takeTheirs"),
        onOk: () => void save({ ...edit, row: theirs }).then(settle),
        onCancel: () => {
          void refreshRecords(client, definition.key);
          settle(false);
        },
      });
    });
  }

  return save;
}
