import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { fieldType } from "@dabiao/core/model/field-types.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { Alert, Button, Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useObjectIndex } from "../../model/object-index.ts";
import { issuesUnder, useIssueWords } from "../definition/issue-words.ts";
import { LabelInputs } from "../definition/LabelInputs.tsx";
import type { Draft } from "../definition/use-draft.ts";
import { asType, withField, withMoved } from "./edit-fields.ts";
import { FieldSettings } from "./FieldSettings.tsx";
import { FieldUsage } from "./FieldUsage.tsx";
import { FormulaInput } from "./FormulaInput.tsx";
import { TYPE_GROUPS } from "./type-groups.ts";

interface FieldPanelProps {
  readonly draft: Draft<ObjectBody>;
  readonly world: World;
  readonly field: FieldBody;
  onGone(): void;
}

/** Everything about one field: its names, type and settings, what it demands, and who uses it. */
export function FieldPanel({ draft, world, field, onGone }: FieldPanelProps) {
  const { t } = useTranslation();
  const words = useIssueWords();
  const objects = useObjectIndex().map(({ key }) => key);
  const { body } = draft;
  const at = body.fields.indexOf(field);
  const issues = issuesUnder(draft.issues, ["fields", at]);
  const isComputed = fieldType(field.type)?.column(field.settings) === null || field.type === "autonumber";
  const kind = findObject(world, draft.key)?.fields.get(field.key)?.formulaType?.kind ?? null;
  const change = (next: Partial<FieldBody>) =>
    draft.change(withField(body, field.key, (each) => ({ ...each, ...next })));
  return (
    <div className="field-panel">
      <div className="field-panel-head">
        <code className="muted">{field.key}</code>
        <span className="grow" />
        <Button
          size="small"
          icon={<ArrowUpOutlined />}
          aria-label={t("field.up")}
          disabled={at === 0}
          onClick={() => draft.change(withMoved(body, field.key, at - 1))}
        />
        <Button
          size="small"
          icon={<ArrowDownOutlined />}
          aria-label={t("field.down")}
          disabled={at === body.fields.length - 1}
          onClick={() => draft.change(withMoved(body, field.key, at + 1))}
        />
      </div>
      {issues.length > 0 && <Alert type="error" showIcon title={issues.map((issue) => words(issue)).join(" ")} />}
      <LabelInputs value={field.label} onChange={(label) => change({ label })} />
      <label>
        <span>{t("field.type")}</span>
        <Select
          aria-label={t("field.type")}
          value={field.type}
          showSearch={{ optionFilterProp: "label" }}
          options={TYPE_GROUPS.map((group) => ({
            label: t(`field.group.${group.key}`),
            options: group.types.map((type) => ({ value: type, label: t(`type.${type}`) })),
          }))}
          onChange={(type) => draft.change(withField(body, field.key, (each) => asType(each, type, body, objects)))}
        />
        {draft.detail.published !== null && <span className="muted">{t("field.type.convert")}</span>}
      </label>
      <FieldSettings
        draft={draft}
        world={world}
        field={field}
        onChange={(next) => draft.change(withField(body, field.key, () => next))}
      />
      {!isComputed && (
        <>
          <div className="field-checks">
            <Checkbox checked={field.required} onChange={(event) => change({ required: event.target.checked })}>
              {t("field.required")}
            </Checkbox>
            <Checkbox checked={field.unique} onChange={(event) => change({ unique: event.target.checked })}>
              {t("field.unique")}
            </Checkbox>
          </div>
          <div>
            <span>{t("field.default")}</span>
            <FormulaInput
              world={world}
              object={draft.key}
              value={field.default}
              expected={kind}
              label={t("field.default")}
              onChange={(text) =>
                draft.change(
                  withField(body, field.key, ({ default: _, ...rest }) => (text ? { ...rest, default: text } : rest)),
                )
              }
            />
          </div>
          <div>
            <span>{t("field.valid")}</span>
            <FormulaInput
              world={world}
              object={draft.key}
              value={field.valid?.formula}
              expected="boolean"
              label={t("field.valid")}
              onChange={(text) => draft.change(withField(body, field.key, (each) => withValid(each, text)))}
            />
          </div>
          {field.valid && (
            <label>
              <span>{t("field.valid.message")}</span>
              <Input
                value={field.valid.message.zh}
                onChange={({ target }) =>
                  change({ valid: { formula: field.valid?.formula ?? "", message: { zh: target.value } } })
                }
              />
            </label>
          )}
        </>
      )}
      <label>
        <span>{t("field.help")}</span>
        <Input
          value={field.help?.zh ?? ""}
          onChange={({ target }) =>
            draft.change(
              withField(body, field.key, ({ help: _, ...rest }) =>
                target.value ? { ...rest, help: { zh: target.value } } : rest,
              ),
            )
          }
        />
      </label>
      <label>
        <span>{t("field.aliases")}</span>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          aria-label={t("field.aliases")}
          value={field.aliases ?? []}
          onChange={(aliases: string[]) => change({ aliases })}
        />
      </label>
      <FieldUsage draft={draft} field={field} onGone={onGone} />
    </div>
  );
}

function withValid({ valid, ...field }: FieldBody, formula: string | undefined): FieldBody {
  if (formula === undefined) return field;
  const message = valid?.message ?? {
    zh: `${field.label.zh}不符合要求`,
    en: `${field.label.en ?? field.label.zh} is not as required`,
  };
  return { ...field, valid: { formula, message } };
}
