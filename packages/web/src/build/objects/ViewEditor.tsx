import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type ViewBody, viewKind } from "@dabiao/core/model/kinds/view.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Alert, Checkbox, Segmented, Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { ConditionsEditor } from "../conditions/ConditionsEditor.tsx";
import { DraftBar } from "../definition/DraftBar.tsx";
import { useIssueWords } from "../definition/issue-words.ts";
import { LabelInputs } from "../definition/LabelInputs.tsx";
import { useDraft } from "../definition/use-draft.ts";
import { fieldIndexes } from "./field-index-of.ts";

interface ViewEditorProps {
  readonly detail: DefinitionDetail;
  readonly object: string;
  readonly world: World;
}

const TYPES = ["grid", "kanban", "calendar"] as const;

/** A view: its name and look, columns, filter, sorting and grouping. */
export function ViewEditor({ detail, object, world }: ViewEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useIssueWords();
  const draft = useDraft(viewKind, detail);
  const { body, change } = draft;
  const fields = useMemo(() => fieldIndexes(world, object), [world, object]);
  const choices = fields.map((field) => ({ value: field.key, label: localText(field.label, locale) }));
  const dates = fields.filter(({ family }) => family === "date" || family === "datetime").map(({ key }) => key);
  const sort = body.sort[0];
  return (
    <div className="card object-form">
      <DraftBar draft={draft} />
      {draft.issues.length > 0 && (
        <Alert type="error" showIcon title={draft.issues.map((issue) => words(issue)).join(" ")} />
      )}
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <div>
        <span>{t("view.type")}</span>
        <Segmented
          aria-label={t("view.type")}
          value={body.type}
          options={TYPES.map((type) => ({ value: type, label: t(`view.type.${type}`) }))}
          onChange={(type) => change({ ...body, type })}
        />
      </div>
      <label>
        <span>{t("view.columns")}</span>
        <Select
          mode="multiple"
          aria-label={t("view.columns")}
          value={body.columns.map(({ field }) => field.join("."))}
          options={[...choices, ...deeper(body, choices)]}
          optionFilterProp="label"
          onChange={(names: string[]) => change({ ...body, columns: names.map((name) => columnOf(body, name)) })}
        />
      </label>
      <div>
        <span>{t("view.filter")}</span>
        <ConditionsEditor
          object={object}
          fields={fields}
          value={body.filter ?? null}
          onChange={(filter) => change(without(body, "filter", filter ? { filter } : {}))}
        />
      </div>
      <div className="sort-row">
        <label className="grow">
          <span>{t("view.sort")}</span>
          <Select
            aria-label={t("view.sort")}
            allowClear
            value={sort?.field.join(".") ?? null}
            options={choices}
            onChange={(key?: string | null) =>
              change({ ...body, sort: key ? [{ field: [key], descending: sort?.descending ?? false }] : [] })
            }
          />
        </label>
        <Checkbox
          disabled={!sort}
          checked={sort?.descending ?? false}
          onChange={({ target }) => sort && change({ ...body, sort: [{ ...sort, descending: target.checked }] })}
        >
          {t("view.descending")}
        </Checkbox>
      </div>
      <label>
        <span>{t("view.group")}</span>
        <Select
          aria-label={t("view.group")}
          allowClear
          value={body.group?.join(".") ?? null}
          options={choices}
          onChange={(key?: string | null) => change(without(body, "group", key ? { group: [key] } : {}))}
        />
      </label>
      {body.type === "calendar" && (
        <label>
          <span>{t("view.date")}</span>
          <Select
            aria-label={t("view.date")}
            value={body.date?.join(".") ?? null}
            options={choices.filter(({ value }) => dates.includes(value))}
            onChange={(key: string) => change({ ...body, date: [key] })}
          />
        </label>
      )}
      <Checkbox checked={body.shared} onChange={({ target }) => change({ ...body, shared: target.checked })}>
        {t("view.shared")}
      </Checkbox>
    </div>
  );
}

/** Columns reached over links stay as they are; new ones are the object's own. */
function deeper(body: ViewBody, choices: readonly { value: string }[]): { value: string; label: string }[] {
  const names = body.columns.map(({ field }) => field.join("."));
  return names
    .filter((name) => !choices.some(({ value }) => value === name))
    .map((name) => ({ value: name, label: name }));
}

function columnOf(body: ViewBody, name: string): ViewBody["columns"][number] {
  return body.columns.find(({ field }) => field.join(".") === name) ?? { field: name.split(".") };
}

function without(body: ViewBody, key: "filter" | "group", next: Partial<ViewBody>): ViewBody {
  const { [key]: _, ...rest } = body;
  return { ...rest, ...next };
}
