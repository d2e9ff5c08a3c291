import { localText } from "@dabiao/core/platform/text.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldInput } from "../../fields/FieldInput.tsx";
import { useIssueText } from "../../fields/issue-text.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import type { ObjectDefinition } from "../definition.ts";
import type { FieldFaults } from "./field-faults.ts";
import { type FormPlace, formParts } from "./form-layout.ts";
import "./form.css";

interface RecordFormProps {
  readonly definition: ObjectDefinition;
  readonly values: Readonly<Record<string, unknown>>;
  readonly titles: Titles;
  readonly faults: FieldFaults;
  onChange(key: string, value: unknown, title: string | null): void;
}

/** The fields of a record to be filled in, each with its label, its help and what is wrong with it. */
export function RecordForm({ definition, values, titles, faults, onChange }: RecordFormProps) {
  const locale = useLocale();
  const parts = formParts(definition, "create", values);
  const first = parts[0]?.rows[0]?.[0]?.field.key;
  return (
    <>
      {parts.map((part) => {
        const rows = part.rows.map((row) => (
          <div key={row.map(({ field }) => field.key).join()} className="form-row">
            {row.map((place) => (
              <FormField
                key={place.field.key}
                definition={definition}
                place={place}
                isFirst={place.field.key === first}
                value={values[place.field.key] ?? null}
                titles={titles}
                faults={faults}
                onChange={onChange}
              />
            ))}
          </div>
        ));
        const title = part.title && localText(part.title, locale);
        if (!title) return <div key="">{rows}</div>;
        return (
          <details key={title} open={!part.isFolded} className="form-section">
            <summary>{title}</summary>
            {rows}
          </details>
        );
      })}
    </>
  );
}

interface FormFieldProps extends Omit<RecordFormProps, "values"> {
  readonly place: FormPlace;
  readonly value: unknown;
  readonly isFirst: boolean;
}

function FormField({ definition, place, value, isFirst, titles, faults, onChange }: FormFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const issueText = useIssueText(definition.fields);
  const { field, isRequired, isLocked } = place;
  const label = localText(field.label, locale);
  const fault = faults.get(field.key);
  const duplicate = fault?.code === "value_not_unique" ? String(fault.params["value"] ?? "") : null;
  if (isLocked) return null;
  return (
    <div className="form-field" data-fault={fault !== undefined}>
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className="form-required" aria-hidden="true">
            {"*"}
          </span>
        )}
      </label>
      <FieldInput
        id={id}
        field={field}
        value={value}
        titles={titles}
        label={isRequired ? `${label} *` : label}
        invalid={fault !== undefined}
        autoFocus={isFirst}
        onChange={(next, title) => onChange(field.key, next, title ?? null)}
      />
      {fault && (
        <span className="form-fault" role="alert">
          {issueText(fault)}
          {duplicate !== null && (
            <PathLink to={`/o/${definition.key}?view=all&q=${encodeURIComponent(duplicate)}`}>
              {t("form.duplicate")}
            </PathLink>
          )}
        </span>
      )}
      {field.help && <span className="form-help">{localText(field.help, locale)}</span>}
    </div>
  );
}
