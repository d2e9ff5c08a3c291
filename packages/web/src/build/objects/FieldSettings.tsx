import type { World } from "@dabiao/core/model/kind.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import type { Option } from "@dabiao/core/model/option.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Input, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useObjectIndex } from "../../model/object-index.ts";
import type { Draft } from "../definition/use-draft.ts";
import { ComputedSettings } from "./ComputedSettings.tsx";
import { withSetting } from "./edit-fields.ts";
import { OptionsEditor } from "./OptionsEditor.tsx";
import { SETTING_SPECS, type SettingSpec } from "./setting-specs.ts";

interface FieldSettingsProps {
  readonly draft: Draft<ObjectBody>;
  readonly world: World;
  readonly field: FieldBody;
  onChange(field: FieldBody): void;
}

/** What a field's type asks for. */
export function FieldSettings({ draft, world, field, onChange }: FieldSettingsProps) {
  const options = field.settings["options"];
  return (
    <>
      {Array.isArray(options) && (
        <OptionsEditor
          options={options as Option[]}
          onChange={(next) => onChange({ ...field, settings: { ...field.settings, options: next } })}
        />
      )}
      {["formula", "lookup", "rollup"].includes(field.type) && (
        <ComputedSettings draft={draft} world={world} field={field} onChange={onChange} />
      )}
      <div className="setting-grid">
        {(SETTING_SPECS[field.type] ?? []).map((spec) => (
          <SettingInput
            key={spec.key}
            spec={spec}
            value={field.settings[spec.key]}
            onChange={(value) => onChange(withSetting(field, spec.key, value))}
          />
        ))}
      </div>
    </>
  );
}

interface SettingInputProps {
  readonly spec: SettingSpec;
  readonly value: unknown;
  onChange(value: unknown): void;
}

function SettingInput({ spec, value, onChange }: SettingInputProps) {
  const { t } = useTranslation();
  return (
    <label>
      <span>{t(spec.label)}</span>
      <Control spec={spec} value={value} onChange={onChange} />
    </label>
  );
}

function Control({ spec, value, onChange }: SettingInputProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const objects = useObjectIndex();
  const label = t(spec.label);
  switch (spec.input) {
    case "integer":
      return (
        <InputNumber
          aria-label={label}
          precision={0}
          {...(spec.min === undefined ? {} : { min: spec.min })}
          {...(spec.max === undefined ? {} : { max: spec.max })}
          value={typeof value === "number" ? value : null}
          onChange={onChange}
        />
      );
    case "switch":
      return <Switch aria-label={label} checked={value === true} onChange={onChange} />;
    case "choice":
      return (
        <Select
          aria-label={label}
          value={value ?? spec.choices?.[0]}
          options={(spec.choices ?? []).map((choice) => ({
            value: choice,
            label: t(`setting.${spec.key}.${choice}`, { defaultValue: choice }),
          }))}
          onChange={onChange}
        />
      );
    case "object":
      return (
        <Select
          aria-label={label}
          value={value || null}
          showSearch={{ optionFilterProp: "label" }}
          options={objects.map((object) => ({ value: object.key, label: localText(object.label, locale) }))}
          onChange={onChange}
        />
      );
    case "decimal":
    case "text":
      return (
        <Input
          aria-label={label}
          value={typeof value === "string" ? value : ""}
          inputMode={spec.input === "decimal" ? "decimal" : "text"}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
