import type { ColumnMapping, FileColumn, ImportMapping, ImportProblem } from "@dabiao/core/imports/import.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { ColumnProblems } from "./ColumnProblems.tsx";
import { Conversion } from "./Conversion.tsx";
import type { TargetField } from "./use-target-fields.ts";

interface ColumnTableProps {
  readonly columns: readonly FileColumn[];
  readonly draft: ImportMapping;
  readonly fields: readonly TargetField[];
  readonly problems: readonly ImportProblem[];
  onChange(mapping: ImportMapping): void;
  /** The same, and checked at once. */
  onMend(mapping: ImportMapping): void;
}

/** Column by column: what it holds, where it goes, how it is read, what is wrong. */
export function ColumnTable({ columns, draft, fields, problems, onChange, onMend }: ColumnTableProps) {
  const { t } = useTranslation();
  const replaced = (index: number, column: ColumnMapping): ImportMapping => {
    const next = draft.columns.map((each, at) => (at === index ? column : each));
    const isKeyThere = next.some(({ field }) => field === draft.key);
    return { ...draft, columns: next, key: isKeyThere ? draft.key : null };
  };
  const taken = new Set(draft.columns.map(({ field }) => field));
  return (
    <section className="import-map" aria-label={t("import.step.map")}>
      <div className="import-map-head" aria-hidden="true">
        <span>{t("import.map.column")}</span>
        <span>{t("import.map.field")}</span>
        <span>{t("import.map.convert")}</span>
        <span>{t("import.map.problem")}</span>
      </div>
      {draft.columns.map((mapping, index) => {
        const column = columns[mapping.column];
        const field = fields.find(({ key }) => key === mapping.field);
        // A column may serve two fields.
        const nth = draft.columns.slice(0, index).filter((each) => each.column === mapping.column).length;
        if (!column) return null;
        return (
          <div className="import-column" key={`${mapping.column}.${nth}`}>
            <div>
              <strong>{column.header}</strong>
              <div className="import-samples">{column.samples.slice(0, 3).join(" · ") || t("import.map.empty")}</div>
            </div>
            <div>
              <FieldSelect
                column={column}
                value={mapping.field}
                fields={fields}
                taken={taken}
                onChange={(key) => onChange(replaced(index, { ...mapping, field: key }))}
              />
            </div>
            <div>
              <Conversion
                column={column}
                mapping={mapping}
                field={field}
                onChange={(next) => onChange(replaced(index, next))}
              />
            </div>
            <div>
              <ColumnProblems
                problems={problems.filter((each) => each.column === mapping.column && each.field === mapping.field)}
                mapping={mapping}
                field={field}
                onMend={(next) => onMend(replaced(index, next))}
              />
            </div>
          </div>
        );
      })}
    </section>
  );
}

interface FieldSelectProps {
  readonly column: FileColumn;
  readonly value: string | null;
  readonly fields: readonly TargetField[];
  readonly taken: ReadonlySet<string | null>;
  onChange(key: string | null): void;
}

function FieldSelect({ column, value, fields, taken, onChange }: FieldSelectProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const options = fields.map(({ key, label, required }) => ({
    value: key,
    label: localText(label, locale) + (required ? " *" : ""),
    disabled: taken.has(key) && key !== value,
  }));
  return (
    <Select
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("import.map.field.for", { column: column.header })}
      value={value ?? ""}
      options={[{ value: "", label: t("import.map.skip"), disabled: false }, ...options]}
      onChange={(key) => onChange(key === "" ? null : key)}
      popupMatchSelectWidth={false}
    />
  );
}
