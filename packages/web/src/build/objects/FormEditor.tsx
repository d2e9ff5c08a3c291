import { PlusOutlined } from "@ant-design/icons";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { formKind } from "@dabiao/core/model/kinds/form.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Alert, Button, Input, Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DraftBar } from "../definition/DraftBar.tsx";
import { useIssueWords } from "../definition/issue-words.ts";
import { LabelInputs } from "../definition/LabelInputs.tsx";
import { useDraft } from "../definition/use-draft.ts";
import { cellsOf, withSection } from "./edit-form.ts";
import { FormCellCard } from "./FormCellCard.tsx";
import { FormPreview } from "./FormPreview.tsx";
import { fieldIndexes } from "./field-index-of.ts";

interface FormEditorProps {
  readonly detail: DefinitionDetail;
  readonly object: string;
  readonly world: World;
}

const USES = ["edit", "create", "phone"] as const;

/** A form: sections of rows, each field with its conditions, and beside it what a role will see. */
export function FormEditor({ detail, object, world }: FormEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useIssueWords();
  const draft = useDraft(formKind, detail);
  const { body, change } = draft;
  const fields = useMemo(() => fieldIndexes(world, object), [world, object]);
  const used = new Set(cellsOf(body).flatMap((cell) => (cell.kind === "field" ? cell.field : [])));
  const free = fields.filter(({ key, system }) => !used.has(key) && (!system || key === "owner"));
  return (
    <div className="form-editor">
      <div className="card object-form">
        <DraftBar draft={draft} />
        {draft.issues.length > 0 && (
          <Alert type="error" showIcon title={draft.issues.map((issue) => words(issue)).join(" ")} />
        )}
        <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
        <label>
          <span>{t("form.use")}</span>
          <Select
            aria-label={t("form.use")}
            value={body.use}
            options={USES.map((use) => ({ value: use, label: t(`form.use.${use}`) }))}
            onChange={(use) => change({ ...body, use })}
          />
        </label>
        {body.sections.map((section, at) => (
          // A section has no key of its own: its place is what it is.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <fieldset key={at} className="form-section">
            <legend>{section.title ? localText(section.title, locale) : t("form.section.title")}</legend>
            <div className="sort-row">
              <Input
                aria-label={t("form.section.title")}
                value={section.title?.zh ?? ""}
                placeholder={t("form.section.title")}
                onChange={({ target }) =>
                  change(
                    withSection(body, at, ({ title: _, ...rest }) =>
                      target.value ? { ...rest, title: { zh: target.value } } : rest,
                    ),
                  )
                }
              />
              <Button
                danger
                type="text"
                disabled={body.sections.length === 1}
                onClick={() => change(withSection(body, at, () => null))}
              >
                {t("form.section.remove")}
              </Button>
            </div>
            {section.rows.map((row, rowAt) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row's place is what it is
              <div key={rowAt} className="form-row">
                {row.map((cell, cellAt) => (
                  <FormCellCard
                    key={cell.kind === "field" ? cell.field : `${cell.kind}${cellAt}`}
                    body={body}
                    place={{ section: at, row: rowAt, cell: cellAt }}
                    cell={cell}
                    world={world}
                    onChange={change}
                  />
                ))}
              </div>
            ))}
            <Select
              aria-label={t("form.cell.add")}
              placeholder={t("form.cell.add")}
              value={null}
              showSearch={{ optionFilterProp: "label" }}
              options={free.map((field) => ({ value: field.key, label: localText(field.label, locale) }))}
              onChange={(field: string | null) =>
                field &&
                change(withSection(body, at, (each) => ({ ...each, rows: [...each.rows, [{ kind: "field", field }]] })))
              }
            />
          </fieldset>
        ))}
        <Button
          icon={<PlusOutlined />}
          onClick={() => change({ ...body, sections: [...body.sections, { collapsed: false, rows: [] }] })}
        >
          {t("form.section.add")}
        </Button>
      </div>
      <FormPreview body={body} fields={fields} />
    </div>
  );
}
