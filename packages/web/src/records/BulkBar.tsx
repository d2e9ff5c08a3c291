import { localText } from "@dabiao/core/platform/text.ts";
import { exportRecordsContract } from "@dabiao/core/records/contract.ts";
import { App, Button, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../api/address.ts";
import { FieldInput } from "../fields/FieldInput.tsx";
import { fieldText } from "../fields/field-text.ts";
import { useLocale } from "../i18n/locale.ts";
import { usePermissions } from "../people/session.ts";
import { fieldOf, type ObjectDefinition } from "./definition.ts";
import type { ListQuery } from "./list-query.ts";
import { type Chosen, useBulk } from "./use-bulk.tsx";

interface BulkBarProps {
  readonly definition: ObjectDefinition;
  readonly query: ListQuery;
  readonly ids: readonly string[];
  /** How many the list has in all, when that is known exactly. */
  readonly total: number | null;
  onClear(): void;
}

/** What can be done with the records chosen: set a field, assign, delete, export; a preview first, undo after. */
export function BulkBar({ definition, query, ids, total, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const permissions = usePermissions();
  const [isAll, setAll] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const bulk = useBulk(definition);
  const chosen: Chosen = isAll && total !== null ? { kind: "all", query, count: total } : { kind: "ids", ids };
  const count = chosen.kind === "all" ? chosen.count : ids.length;

  function askToDelete() {
    modal.confirm({
      title: t("bulk.delete"),
      content: t("bulk.delete.confirm", { count }),
      okButtonProps: { danger: true },
      onOk: () => bulk.mutateAsync({ chosen, change: { op: "delete" } }).then(onClear),
    });
  }

  function exportChosen() {
    const filter = chosen.kind === "all" ? query.filter : { field: ["id"], op: "in", value: [...ids] };
    const { deleted: _deleted, ...rest } = query;
    const q = JSON.stringify({ ...rest, ...(filter ? { filter } : {}) });
    location.assign(addressOf(exportRecordsContract, { params: { object: definition.key }, query: { q } }));
  }

  return (
    <div className="bulk-bar" role="toolbar" aria-label={t("bulk.selected", { count })}>
      <strong>{t("bulk.selected", { count })}</strong>
      {!isAll && total !== null && total > ids.length && (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          {t("bulk.all", { count: total })}
        </Button>
      )}
      {query.deleted ? (
        <Button
          size="small"
          type="primary"
          loading={bulk.isPending}
          onClick={() => bulk.mutate({ chosen, change: { op: "restore" } }, { onSuccess: onClear })}
        >
          {t("bulk.restore")}
        </Button>
      ) : (
        <>
          <Button size="small" onClick={() => setEditing("")}>
            {t("bulk.set")}
          </Button>
          <Button size="small" onClick={() => setEditing("owner")}>
            {t("bulk.assign")}
          </Button>
          <Button size="small" danger onClick={askToDelete}>
            {t("bulk.delete")}
          </Button>
          {permissions.has("export") && (
            <Button size="small" onClick={exportChosen}>
              {t("list.export")}
            </Button>
          )}
        </>
      )}
      <Button
        size="small"
        type="text"
        onClick={() => {
          setAll(false);
          onClear();
        }}
      >
        {t("bulk.clear")}
      </Button>
      {editing !== null && (
        <BulkField
          definition={definition}
          fieldKey={editing}
          count={count}
          isBusy={bulk.isPending}
          onClose={() => setEditing(null)}
          onSet={(key, value) =>
            bulk.mutate(
              { chosen, change: { op: "update", values: { [key]: value } } },
              { onSuccess: () => setEditing(null) },
            )
          }
        />
      )}
    </div>
  );
}

interface BulkFieldProps {
  readonly definition: ObjectDefinition;
  readonly fieldKey: string;
  readonly count: number;
  readonly isBusy: boolean;
  onSet(key: string, value: unknown): void;
  onClose(): void;
}

/** Which field, which value, and what that will do, before it is done. */
function BulkField({ definition, fieldKey, count, isBusy, onSet, onClose }: BulkFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [key, setKey] = useState(fieldKey);
  const [value, setValue] = useState<unknown>(null);
  const [title, setTitle] = useState<string | null>(null);
  const field = fieldOf(definition, key);
  const fields = definition.fields.filter(
    (each) =>
      each.right === "write" &&
      !each.computed &&
      !each.unique &&
      (!each.system || each.key === "owner") &&
      each.type !== "attachment",
  );
  const shown = field && (title ?? (fieldText(field, value, {}, locale) || t("field.none")));
  return (
    <Modal
      open
      title={t(fieldKey === "owner" ? "bulk.assign" : "bulk.set")}
      onCancel={onClose}
      okButtonProps={{ disabled: !field || (field.required && value === null), loading: isBusy }}
      onOk={() => onSet(key, value)}
    >
      <div className="bulk-field">
        {fieldKey !== "owner" && (
          <Select
            className="field-input"
            value={field?.key ?? null}
            options={fields.map((each) => ({ value: each.key, label: localText(each.label, locale) }))}
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("filter.field")}
            aria-label={t("filter.field")}
            onChange={(next: string) => {
              setKey(next);
              setValue(null);
              setTitle(null);
            }}
          />
        )}
        {field && (
          <FieldInput
            key={field.key}
            field={field}
            value={value}
            titles={{}}
            label={t("bulk.value")}
            onChange={(next, name) => {
              setValue(next);
              setTitle(name ?? null);
            }}
          />
        )}
        {field && <p>{t("bulk.preview", { count, field: localText(field.label, locale), value: shown })}</p>}
      </div>
    </Modal>
  );
}
