import type { World } from "@dabiao/core/model/kind.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Filter } from "@dabiao/core/records/filter.ts";
import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useObjectIndex } from "../../model/object-index.ts";
import { ConditionsEditor } from "../conditions/ConditionsEditor.tsx";
import type { Draft } from "../definition/use-draft.ts";
import { withSetting } from "./edit-fields.ts";
import { FormulaInput } from "./FormulaInput.tsx";
import { fieldIndexes } from "./field-index-of.ts";

const RESULTS = ["number", "text", "boolean", "date", "datetime"] as const;
const AGGREGATES = ["count", "sum", "avg", "min", "max", "distinct"] as const;

interface ComputedSettingsProps {
  readonly draft: Draft<ObjectBody>;
  readonly world: World;
  readonly field: FieldBody;
  onChange(field: FieldBody): void;
}

/** A formula, a look-up over a link, or a roll-up of the records that link here. */
export function ComputedSettings(props: ComputedSettingsProps) {
  if (props.field.type === "formula") return <FormulaSettings {...props} />;
  return props.field.type === "lookup" ? <LookupSettings {...props} /> : <RollupSettings {...props} />;
}

function FormulaSettings({ draft, world, field, onChange }: ComputedSettingsProps) {
  const { t } = useTranslation();
  const result = RESULTS.find((each) => each === field.settings["result"]) ?? "number";
  return (
    <>
      <div>
        <span>{t("setting.formula")}</span>
        <FormulaInput
          world={world}
          object={draft.key}
          value={String(field.settings["formula"] ?? "")}
          expected={result}
          label={t("setting.formula")}
          onChange={(text) => onChange({ ...field, settings: { ...field.settings, formula: text ?? "" } })}
        />
      </div>
      <div className="setting-grid">
        <Choice
          label={t("setting.result")}
          value={result}
          choices={RESULTS}
          prefix="setting.result"
          onChange={(value) => onChange(withSetting(field, "result", value))}
        />
        {result === "number" && (
          <>
            <Choice
              label={t("setting.show")}
              value={String(field.settings["show"] ?? "number")}
              choices={["number", "money", "percent"]}
              prefix="setting.show"
              onChange={(value) => onChange(withSetting(field, "show", value))}
            />
            <Decimals field={field} onChange={onChange} />
          </>
        )}
      </div>
    </>
  );
}

function LookupSettings({ draft, world, field, onChange }: ComputedSettingsProps) {
  const { t } = useTranslation();
  const links = fieldIndexes(world, draft.key).filter((each) => each.type === "reference" && !each.system);
  const via = links.find((each) => each.key === field.settings["via"]);
  const target = via?.target?.object ?? "";
  return (
    <div className="setting-grid">
      <Fields
        label={t("setting.via")}
        fields={links}
        value={field.settings["via"]}
        onChange={(value) => onChange(withSetting(withSetting(field, "field", null), "via", value))}
      />
      <Fields
        label={t("setting.lookup.field")}
        fields={fieldIndexes(world, target)}
        value={field.settings["field"]}
        onChange={(value) => onChange(withSetting(field, "field", value))}
      />
    </div>
  );
}

function RollupSettings({ draft, world, field, onChange }: ComputedSettingsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const objects = useObjectIndex();
  const object = String(field.settings["object"] ?? "");
  const fields = fieldIndexes(world, object);
  const links = fields.filter((each) => each.type === "reference" && each.target?.object === draft.key && !each.system);
  const aggregate = String(field.settings["aggregate"] ?? "count");
  const filter = Filter.safeParse(field.settings["filter"]);
  return (
    <>
      <div className="setting-grid">
        <label>
          <span>{t("setting.rollup.object")}</span>
          <Select
            aria-label={t("setting.rollup.object")}
            value={object || null}
            showSearch={{ optionFilterProp: "label" }}
            options={objects.map((each) => ({ value: each.key, label: localText(each.label, locale) }))}
            onChange={(value) => onChange({ ...field, settings: { aggregate, object: value, via: "" } })}
          />
        </label>
        <Fields
          label={t("setting.rollup.via")}
          fields={links}
          value={field.settings["via"]}
          onChange={(value) => onChange(withSetting(field, "via", value))}
        />
        <Choice
          label={t("setting.aggregate")}
          value={aggregate}
          choices={AGGREGATES}
          prefix="setting.aggregate"
          onChange={(value) => onChange(withSetting(field, "aggregate", value))}
        />
        {aggregate !== "count" && (
          <Fields
            label={t("setting.rollup.field")}
            fields={fields}
            value={field.settings["field"]}
            onChange={(value) => onChange(withSetting(field, "field", value))}
          />
        )}
        <Decimals field={field} onChange={onChange} />
      </div>
      {findObject(world, object) && (
        <div>
          <span>{t("setting.rollup.filter")}</span>
          <ConditionsEditor
            object={object}
            fields={fields}
            value={filter.success ? filter.data : null}
            onChange={(value) => onChange(withSetting(field, "filter", value))}
          />
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly prefix: string;
  onChange(value: string): void;
}

function Choice({ label, value, choices, prefix, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const options = choices.map((choice) => ({ value: choice, label: t(`${prefix}.${choice}`) }));
  return (
    <label>
      <span>{label}</span>
      <Select aria-label={label} value={value} options={options} onChange={onChange} />
    </label>
  );
}

function Fields({
  label,
  fields,
  value,
  onChange,
}: {
  readonly label: string;
  readonly fields: ReturnType<typeof fieldIndexes>;
  readonly value: unknown;
  onChange(value: string): void;
}) {
  const locale = useLocale();
  const options = fields.map((field) => ({ value: field.key, label: localText(field.label, locale) }));
  return (
    <label>
      <span>{label}</span>
      <Select
        aria-label={label}
        value={typeof value === "string" && value !== "" ? value : null}
        options={options}
        showSearch={{ optionFilterProp: "label" }}
        onChange={onChange}
      />
    </label>
  );
}

function Decimals({ field, onChange }: { readonly field: FieldBody; onChange(field: FieldBody): void }) {
  const { t } = useTranslation();
  const value = field.settings["decimals"];
  return (
    <label>
      <span>{t("setting.decimals")}</span>
      <InputNumber
        aria-label={t("setting.decimals")}
        min={0}
        max={6}
        precision={0}
        value={typeof value === "number" ? value : 2}
        onChange={(next) => onChange(withSetting(field, "decimals", next))}
      />
    </label>
  );
}
