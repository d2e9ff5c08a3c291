import { localText } from "@dabiao/core/platform/text.ts";
import type { Condition, Operator } from "@dabiao/core/records/filter.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { fieldOf, type ObjectDefinition } from "../definition.ts";
import { ConditionValue } from "./ConditionValue.tsx";
import { operatorsOf, valueShape } from "./operators.ts";

interface ConditionEditorProps {
  readonly definition: ObjectDefinition;
  readonly condition: Condition | null;
  readonly titles: Titles;
  onDone(condition: Condition): void;
  onRemove?(): void;
}

/** One condition: field, operator, value. It takes effect with 确定, so a list is not read at every key. */
export function ConditionEditor({ definition, condition, titles, onDone, onRemove }: ConditionEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const fields = definition.fields.filter((field) => operatorsOf(field).length > 0);
  const [draft, setDraft] = useState<Condition | null>(condition);
  const field = draft ? fieldOf(definition, draft.field[0] ?? "") : undefined;
  const isReady = draft !== null && (valueShape(draft.op) === "none" || !isBlank(draft.value));

  function pick(key: string) {
    const next = fieldOf(definition, key);
    if (next) setDraft({ field: [key], op: operatorsOf(next)[0] ?? "is_not_empty" });
  }

  return (
    <form
      className="condition-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft && isReady) onDone(draft);
      }}
    >
      <Select
        value={field?.key ?? null}
        options={fields.map((each) => ({ value: each.key, label: localText(each.label, locale) }))}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("filter.field")}
        aria-label={t("filter.field")}
        autoFocus={condition === null}
        onChange={pick}
      />
      {field && draft && (
        <>
          <Select
            value={draft.op}
            options={operatorsOf(field).map((op) => ({ value: op, label: t(`op.${op}`) }))}
            aria-label={t("filter.operator")}
            onChange={(op: Operator) =>
              setDraft(valueShape(op) === valueShape(draft.op) ? { ...draft, op } : { field: draft.field, op })
            }
          />
          <ConditionValue
            condition={draft}
            field={field}
            label={localText(field.label, locale)}
            titles={titles}
            onChange={(value) =>
              setDraft(value === undefined ? { field: draft.field, op: draft.op } : { ...draft, value })
            }
          />
        </>
      )}
      <div className="condition-buttons">
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            {t("filter.remove")}
          </Button>
        )}
        <Button size="small" type="primary" htmlType="submit" disabled={!isReady}>
          {t("act.confirm")}
        </Button>
      </div>
    </form>
  );
}

function isBlank(value: Condition["value"]): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some((each) => each === null || each === "");
  return value === undefined || value === null || value === "";
}
