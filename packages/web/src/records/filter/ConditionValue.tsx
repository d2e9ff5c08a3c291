import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Condition } from "@dabiao/core/records/filter.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FieldInput } from "../../fields/FieldInput.tsx";
import { PERIODS, valueShape } from "./operators.ts";

interface ConditionValueProps {
  readonly condition: Condition;
  readonly field: FieldIndex;
  readonly label: string;
  readonly titles: Titles;
  onChange(value: Condition["value"]): void;
}

/** What a condition compares with: nothing, one value, two, several, or a period. */
export function ConditionValue({ condition, field, label, titles, onChange }: ConditionValueProps) {
  const { t } = useTranslation();
  const { op, value } = condition;
  const take = (next: unknown) => onChange((next ?? undefined) as Condition["value"]);
  switch (valueShape(op)) {
    case "none":
      return null;
    case "period":
      return (
        <Select
          value={(value as string | undefined) ?? null}
          options={PERIODS.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          placeholder={t("field.pick")}
          aria-label={label}
          className="field-input"
          showSearch={{ optionFilterProp: "label" }}
          onChange={take}
        />
      );
    case "two": {
      const [from, to] = Array.isArray(value) ? value : [];
      return (
        <span className="condition-two">
          <FieldInput
            field={oneOf(field)}
            value={from ?? null}
            titles={titles}
            label={label}
            onChange={(next) => take([next as string, to ?? null])}
          />
          <FieldInput
            field={oneOf(field)}
            value={to ?? null}
            titles={titles}
            label={label}
            onChange={(next) => take([from ?? null, next as string])}
          />
        </span>
      );
    }
    case "many":
      return <FieldInput field={manyOf(field)} value={value ?? []} titles={titles} label={label} onChange={take} />;
    case "one": {
      if (field.family === "boolean") {
        const options = [true, false].map((each) => ({
          value: String(each),
          label: t(each ? "value.yes" : "value.no"),
        }));
        return (
          <Select
            value={value === undefined ? null : String(value)}
            options={options}
            aria-label={label}
            className="field-input"
            onChange={(next) => take(next === "true")}
          />
        );
      }
      const isText = ["text", "json", "options", "references"].includes(field.family);
      if (isText && field.family !== "options" && field.family !== "references")
        return <Input value={String(value ?? "")} aria-label={label} onChange={(event) => take(event.target.value)} />;
      return (
        <FieldInput
          field={isText ? manyOf(field) : oneOf(field)}
          value={value ?? null}
          titles={titles}
          label={label}
          onChange={take}
        />
      );
    }
  }
}

/** A moment is compared by its day, a computed number like a plain one. */
function oneOf(field: FieldIndex): FieldIndex {
  if (field.family === "datetime" || field.family === "date") return { ...field, type: "date", settings: {} };
  if (field.family === "number" && field.computed) return { ...field, type: "number", settings: {} };
  return { ...field, required: false };
}

function manyOf(field: FieldIndex): FieldIndex {
  const kinds: Readonly<Record<string, string>> = {
    select: "multi_select",
    member: "members",
    reference: "references",
  };
  const family = field.family === "reference" ? "references" : field.family;
  return { ...field, type: kinds[field.type] ?? field.type, family };
}
