import { DuplicatePolicy, type ImportMapping } from "@dabiao/core/imports/import.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { TargetField } from "./use-target-fields.ts";

interface DuplicateChoicesProps {
  readonly draft: ImportMapping;
  readonly fields: readonly TargetField[];
  onChange(mapping: ImportMapping): void;
}

/** By what a row finds its record, and what then happens to it. */
export function DuplicateChoices({ draft, fields, onChange }: DuplicateChoicesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const mapped = new Set(draft.columns.map(({ field }) => field));
  const keys = fields.filter(({ key, isKey }) => isKey && mapped.has(key));
  const options = keys.map(({ key, label }) => ({ value: key, label: localText(label, locale) }));
  return (
    <div className="import-choices import-foot">
      <div className="import-choice">
        <span>{t("import.key")}</span>
        <Select
          aria-label={t("import.key")}
          value={draft.key ?? ""}
          options={[{ value: "", label: t("import.key.none") }, ...options]}
          onChange={(key) => onChange({ ...draft, key: key === "" ? null : key })}
          popupMatchSelectWidth={false}
        />
      </div>
      {draft.key !== null && (
        <Radio.Group
          aria-label={t("import.duplicates")}
          value={draft.duplicates}
          onChange={({ target }) => onChange({ ...draft, duplicates: DuplicatePolicy.parse(target.value) })}
          options={DuplicatePolicy.options.map((value) => ({ value, label: t(`import.duplicates.${value}`) }))}
        />
      )}
    </div>
  );
}
