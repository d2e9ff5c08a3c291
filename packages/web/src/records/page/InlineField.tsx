import { EditOutlined, LockOutlined } from "@ant-design/icons";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import type { RecordDetail, Titles } from "@dabiao/core/records/record-query.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldInput } from "../../fields/FieldInput.tsx";
import { FieldValue } from "../../fields/FieldValue.tsx";
import { readTyped } from "../../fields/known-type.ts";
import { useLocale } from "../../i18n/locale.ts";
import type { ObjectDefinition } from "../definition.ts";
import { isLocked } from "../form/form-layout.ts";
import { mergeTitles, paintRecord } from "../record-data.ts";
import { useFieldSave } from "../use-field-save.tsx";

interface InlineFieldProps {
  readonly definition: ObjectDefinition;
  readonly detail: RecordDetail;
  readonly field: FieldIndex;
}

const AT_ONCE = new Set(["select", "member", "unit", "reference", "boolean", "rating"]);

/** A field of a record, changed where it stands: Enter saves, Esc takes back. */
export function InlineField({ definition, detail, field }: InlineFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const save = useFieldSave(definition);
  const [draft, setDraft] = useState<{ value: unknown; titles: Titles } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { record, titles } = detail;
  const value = record.values[field.key] ?? null;
  const label = localText(field.label, locale);
  const locked = isLocked(field) || !record.canEdit || field.type === "attachment";

  function close() {
    setDraft(null);
    requestAnimationFrame(() => button.current?.focus());
  }

  function keep(next: unknown, names: Titles) {
    const read = readTyped(field, next);
    if (!read.ok) return;
    close();
    if (JSON.stringify(read.value ?? null) === JSON.stringify(value)) return;
    setFault(null);
    void save({
      row: record,
      field,
      value: read.value ?? null,
      titles: mergeTitles(titles, names),
      paint(row, reason) {
        paintRecord(client, definition.key, row, names);
        setFault(reason ?? null);
      },
    });
  }

  function take(next: unknown, title?: string | null) {
    const kind = field.target?.kind === "object" ? field.target.object : field.target?.kind;
    const names: Titles = kind && title && typeof next === "string" ? { [kind]: { [next]: title } } : {};
    if (AT_ONCE.has(field.type)) keep(next, names);
    else setDraft({ value: next, titles: mergeTitles(draft?.titles ?? {}, names) });
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !draft) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
    const isLong = field.type === "long_text" && !event.ctrlKey && !event.metaKey;
    const isPicker = field.family === "options" || field.family === "references";
    if (event.key === "Enter" && !isLong && !isPicker) {
      event.preventDefault();
      keep(draft.value, draft.titles);
    }
  }

  return (
    <div className="inline-field" data-fault={fault !== null}>
      <dt>{label}</dt>
      <dd>
        {draft ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: keys of the editor inside bubble up to here
          <div className="inline-edit" onKeyDown={onKey}>
            <FieldInput
              field={field}
              value={draft.value}
              titles={mergeTitles(titles, draft.titles)}
              label={label}
              autoFocus
              autoOpen
              onChange={take}
            />
            <span className="inline-buttons">
              {!AT_ONCE.has(field.type) && (
                <Button size="small" type="primary" onClick={() => keep(draft.value, draft.titles)}>
                  {t("act.save")}
                </Button>
              )}
              <Button size="small" onClick={close}>
                {t("act.cancel")}
              </Button>
            </span>
          </div>
        ) : (
          <span className="inline-shown">
            {value === null || value === "" ? (
              <span className="muted">{t("field.none")}</span>
            ) : (
              <FieldValue field={field} value={value} titles={titles} />
            )}
            {locked ? (
              <LockOutlined className="inline-lock" aria-label={t("record.locked")} />
            ) : (
              <button
                ref={button}
                type="button"
                className="inline-button"
                aria-label={t("record.edit", { field: label })}
                onClick={() => setDraft({ value, titles: {} })}
              >
                <EditOutlined />
              </button>
            )}
          </span>
        )}
        {fault && (
          <span className="form-fault" role="alert">
            {fault}
          </span>
        )}
      </dd>
    </div>
  );
}
