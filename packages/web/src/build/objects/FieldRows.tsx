import { HolderOutlined } from "@ant-design/icons";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { SortableContext, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Tag } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { issuesUnder } from "../definition/issue-words.ts";
import type { Draft } from "../definition/use-draft.ts";
import { withMoved } from "./edit-fields.ts";

interface FieldRowsProps {
  readonly draft: Draft<ObjectBody>;
  readonly chosen: string | null;
  onChoose(key: string): void;
}

/** The fields in their order: drag the handle, or Alt+↑ / Alt+↓ on a row. */
export function FieldRows({ draft, chosen, onChoose }: FieldRowsProps) {
  const { t } = useTranslation();
  const { fields } = draft.body;
  return (
    <section className="card designer-fields" aria-label={t("field.list")}>
      <p className="muted">{t("field.list.keys")}</p>
      <SortableContext items={fields.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
        <ol className="field-rows">
          {fields.map((field, index) => (
            <FieldRow
              key={field.key}
              field={field}
              isChosen={field.key === chosen}
              problems={issuesUnder(draft.issues, ["fields", index]).length}
              role={roleOf(draft.body, field.key)}
              onChoose={() => onChoose(field.key)}
              onMove={(step) => draft.change(withMoved(draft.body, field.key, index + step))}
            />
          ))}
        </ol>
      </SortableContext>
    </section>
  );
}

interface FieldRowProps {
  readonly field: FieldBody;
  readonly isChosen: boolean;
  readonly problems: number;
  readonly role: "name" | "stage" | null;
  onChoose(): void;
  onMove(step: number): void;
}

function FieldRow({ field, isChosen, problems, role, onChoose, onMove }: FieldRowProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: field.key });
  const label = localText(field.label, locale);
  const place = transform ? `translateY(${transform.y}px)` : undefined;

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  }

  return (
    <li
      ref={setNodeRef}
      className="field-row"
      data-chosen={isChosen}
      data-archived={field.archived}
      style={{ transform: place, transition, zIndex: isDragging ? 5 : undefined }}
    >
      <button
        type="button"
        className="drag-handle"
        {...attributes}
        {...listeners}
        aria-label={t("field.drag", { label })}
      >
        <HolderOutlined />
      </button>
      <button type="button" className="field-pick" aria-pressed={isChosen} onClick={onChoose} onKeyDown={onKeyDown}>
        <span className="field-label">
          {label}
          {field.required && <span aria-hidden="true">{" *"}</span>}
        </span>
        <span className="muted">{t(`type.${field.type}`, { defaultValue: field.type })}</span>
        {role && <Tag>{t(`field.${role}`)}</Tag>}
        {field.unique && <Tag>{t("field.unique")}</Tag>}
        {field.archived && <Tag>{t("field.archived")}</Tag>}
        {problems > 0 && <Tag color="error">{problems}</Tag>}
      </button>
    </li>
  );
}

function roleOf(body: ObjectBody, key: string): "name" | "stage" | null {
  if (body.nameField === key) return "name";
  return body.stage?.field === key ? "stage" : null;
}
