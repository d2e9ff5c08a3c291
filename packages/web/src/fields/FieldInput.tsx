import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { Input, Rate, Select, Switch, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { DayInput } from "./DayInput.tsx";
import { fieldText } from "./field-text.ts";
import { MemberPicker } from "./MemberPicker.tsx";
import { optionsOf } from "./option-of.ts";
import { pickedIds } from "./picked.ts";
import type { PickerProps } from "./picker-props.ts";
import { RecordPicker } from "./RecordPicker.tsx";
import { TypedInput } from "./TypedInput.tsx";
import { UnitPicker } from "./UnitPicker.tsx";
import "./fields.css";
import "./messages.ts";

export interface InputProps {
  readonly field: FieldIndex;
  readonly value: unknown;
  readonly titles: Titles;
  /** `title` is the name of what was picked, where the value is an id. */
  readonly onChange: (value: unknown, title?: string | null) => void;
  readonly label: string;
  readonly id?: string;
  readonly invalid?: boolean;
  readonly autoFocus?: boolean;
  /** Pickers open as soon as they stand. */
  readonly autoOpen?: boolean;
}

/** The one editor of a field, by its type: forms, grid cells, filters and the record page use it. */
export function FieldInput(props: InputProps) {
  const { field, value, onChange, titles, label, invalid = false, autoFocus = false } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const id = props.id === undefined ? {} : { id: props.id };
  const status = invalid ? ("error" as const) : ("" as const);
  const select = { ...id, status, className: "field-input", autoFocus };
  const targetKey = field.target?.kind === "object" ? (field.target.object ?? "") : (field.target?.kind ?? "");
  const picker: PickerProps = {
    value,
    onChange,
    names: titles[targetKey] ?? {},
    many: field.family === "references",
    label,
    select,
    ...(props.autoOpen ? { autoOpen: true } : {}),
  };
  switch (field.type) {
    case "long_text":
      return (
        <Input.TextArea
          {...id}
          value={String(value ?? "")}
          autoSize={{ minRows: 3, maxRows: 12 }}
          status={status}
          autoFocus={autoFocus}
          aria-label={label}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case "number":
    case "integer":
    case "money":
    case "percent":
    case "duration":
      return <TypedInput {...props} />;
    case "boolean":
      return (
        <Switch
          {...id}
          checked={value === true}
          autoFocus={autoFocus}
          aria-label={label}
          onChange={(next) => onChange(next)}
        />
      );
    case "rating":
      return <Rate value={Number(value ?? 0)} onChange={(next) => onChange(next === 0 ? null : String(next))} />;
    case "select":
    case "multi_select": {
      const isMany = field.type === "multi_select";
      const options = optionsOf(field)
        .filter((option) => !option.archived || pickedIds(value).includes(option.key))
        .map((option) => ({ value: option.key, label: localText(option.label, locale) }));
      return (
        <Select
          {...select}
          {...(isMany ? { mode: "multiple" as const } : {})}
          value={isMany ? pickedIds(value) : (pickedIds(value)[0] ?? null)}
          options={options}
          allowClear={!field.required}
          {...(props.autoOpen ? { defaultOpen: true } : {})}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("field.pick")}
          aria-label={label}
          onChange={(next: string | string[] | null | undefined) => onChange(next ?? null)}
        />
      );
    }
    case "date":
    case "datetime":
    case "time":
      return <DayInput {...props} />;
    case "member":
    case "members":
      return <MemberPicker {...picker} />;
    case "unit":
      return <UnitPicker {...picker} />;
    case "reference":
    case "references":
      return <RecordPicker {...picker} object={targetKey} />;
    case "attachment":
      return <Typography.Text type="secondary">{t("field.files")}</Typography.Text>;
    default:
      return (
        <Input
          {...id}
          value={typeof value === "string" ? value : fieldText(field, value, titles, locale)}
          status={status}
          autoFocus={autoFocus}
          aria-label={label}
          inputMode={field.type === "phone" ? "tel" : field.type === "email" ? "email" : "text"}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
  }
}
