import type { World } from "@dabiao/core/model/kind.ts";
import { type ObjectBody, StageType } from "@dabiao/core/model/object.ts";
import type { Option } from "@dabiao/core/model/option.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Alert, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { useIssueWords } from "../definition/issue-words.ts";
import { LabelInputs } from "../definition/LabelInputs.tsx";
import type { Draft } from "../definition/use-draft.ts";
import { fieldIndexes } from "./field-index-of.ts";

interface ObjectTabProps {
  readonly draft: Draft<ObjectBody>;
  readonly world: World;
}

/** What holds for the object as a whole: its names, the field that names a record, stages, the calendar's date. */
export function ObjectTab({ draft, world }: ObjectTabProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useIssueWords();
  const { body, change } = draft;
  const fields = fieldIndexes(world, draft.key).filter(({ system }) => !system);
  const choices = (fits: (type: string) => boolean) =>
    fields
      .filter(({ type }) => fits(type))
      .map((field) => ({ value: field.key, label: localText(field.label, locale) }));
  const general = draft.issues.filter(({ path }) => path[0] !== "fields");
  const stages = body.stage ? optionsOf(body, body.stage.field) : [];
  return (
    <div className="card object-form">
      {general.length > 0 && <Alert type="error" showIcon title={general.map((issue) => words(issue)).join(" ")} />}
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <label>
        <span>{t("object.nameField")}</span>
        <Select
          aria-label={t("object.nameField")}
          value={body.nameField}
          options={choices((type) => ["text", "autonumber", "formula"].includes(type))}
          onChange={(nameField) => change({ ...body, nameField })}
        />
      </label>
      <label>
        <span>{t("object.dateField")}</span>
        <Select
          aria-label={t("object.dateField")}
          allowClear
          placeholder={t("object.none")}
          value={body.dateField ?? null}
          options={choices((type) => type === "date" || type === "datetime")}
          onChange={(next: string | null | undefined) => {
            const { dateField: _, ...rest } = body;
            change(next ? { ...rest, dateField: next } : rest);
          }}
        />
      </label>
      <label>
        <span>{t("object.stageField")}</span>
        <Select
          aria-label={t("object.stageField")}
          allowClear
          placeholder={t("object.none")}
          value={body.stage?.field ?? null}
          options={choices((type) => type === "select")}
          onChange={(next: string | null | undefined) => change(withStage(body, next ?? null))}
        />
      </label>
      {body.stage && (
        <fieldset className="stage-types">
          <legend>{t("object.stage")}</legend>
          {stages.map((option) => (
            <label key={option.key}>
              <span>{localText(option.label, locale)}</span>
              <Select
                aria-label={localText(option.label, locale)}
                value={body.stage?.types[option.key] ?? null}
                options={StageType.options.map((type) => ({ value: type, label: t(`object.stage.${type}`) }))}
                onChange={(type) => {
                  const { stage } = body;
                  if (stage) change({ ...body, stage: { ...stage, types: { ...stage.types, [option.key]: type } } });
                }}
              />
            </label>
          ))}
        </fieldset>
      )}
      <label>
        <span>{t("object.aliases")}</span>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-label={t("object.aliases")}
          value={body.aliases ?? []}
          onChange={(aliases: string[]) => change({ ...body, aliases })}
        />
      </label>
      <label>
        <span>{t("object.description")}</span>
        <Input
          value={body.description?.zh ?? ""}
          onChange={({ target }) => {
            const { description: _, ...rest } = body;
            change(target.value ? { ...rest, description: { zh: target.value } } : rest);
          }}
        />
      </label>
    </div>
  );
}

function optionsOf(body: ObjectBody, field: string): readonly Option[] {
  const options = body.fields.find(({ key }) => key === field)?.settings["options"];
  return Array.isArray(options) ? (options as Option[]) : [];
}

/** Every stage begins as open; what wins and loses is said next. */
function withStage(body: ObjectBody, field: string | null): ObjectBody {
  const { stage, ...rest } = body;
  if (field === null) return rest;
  const types = Object.fromEntries(
    optionsOf(body, field).map(({ key }) => [key, stage?.types[key] ?? ("open" as const)]),
  );
  return { ...rest, stage: { field, types } };
}
