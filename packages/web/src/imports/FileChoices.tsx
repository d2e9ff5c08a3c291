import type { Import, ImportMapping, ImportTarget } from "@dabiao/core/imports/import.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useObjectIndex } from "../model/object-index.ts";
import { usePermissions } from "../people/session.ts";

interface FileChoicesProps {
  readonly stored: Import;
  readonly draft: ImportMapping;
  readonly remembered: boolean;
  onSheet(index: number): void;
  onTarget(target: ImportTarget): void;
}

/** What the file is, which sheet of it is imported, and into what. */
export function FileChoices({ stored, draft, remembered, onSheet, onTarget }: FileChoicesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayPeople = usePermissions().has("people.manage");
  const objects = useObjectIndex().filter(({ create }) => create);
  const sheet = stored.sheets[draft.sheet];
  const columns = sheet?.columns.length ?? 0;
  const matched = new Set(draft.columns.flatMap(({ column, field }) => (field === null ? [] : [column]))).size;
  const targets = objects.map(({ key, label }) => ({ value: key, label: localText(label, locale) }));
  const people = mayPeople ? [{ value: "people", label: t("import.target.people") }] : [];
  return (
    <div className="import-choices">
      {stored.sheets.length > 1 && (
        <div className="import-choice">
          <span>{t("import.sheet")}</span>
          <Select
            aria-label={t("import.sheet")}
            value={draft.sheet}
            options={stored.sheets.map(({ name }, value) => ({ value, label: name }))}
            onChange={onSheet}
            popupMatchSelectWidth={false}
          />
        </div>
      )}
      <div className="import-choice">
        <span>{t("import.target")}</span>
        <Select
          aria-label={t("import.target")}
          showSearch={{ optionFilterProp: "label" }}
          className="import-target"
          value={draft.target.kind === "people" ? "people" : draft.target.object}
          options={[...targets, ...people]}
          onChange={(key) => onTarget(key === "people" ? { kind: "people" } : { kind: "object", object: key })}
          popupMatchSelectWidth={false}
        />
      </div>
      <span>{t("import.file.about", { rows: (sheet?.rows ?? 0).toLocaleString(locale), columns })}</span>
      {stored.encoding && <Tag>{stored.encoding.toUpperCase()}</Tag>}
      <Tag color={matched === columns ? "success" : "default"}>{t("import.file.matched", { matched, columns })}</Tag>
      {remembered && <Tag color="processing">{t("import.remembered")}</Tag>}
    </div>
  );
}
