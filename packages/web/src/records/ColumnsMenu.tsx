import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from "@ant-design/icons";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useColumns } from "./columns.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListSettings } from "./list-settings.ts";

interface ColumnsMenuProps {
  readonly definition: ObjectDefinition;
  readonly columns: ListSettings["columns"];
  onChange(columns: ListSettings["columns"]): void;
}

/** Which columns stand, and in which order; arrows move one, so no drag is needed. */
export function ColumnsMenu({ definition, columns, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      placement="bottomRight"
      content={<ColumnList definition={definition} columns={columns} onChange={onChange} />}
    >
      <Button size="small" icon={<TableOutlined />}>
        {t("list.columns")}
      </Button>
    </Popover>
  );
}

function ColumnList({ definition, columns, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = useColumns(
    definition,
    columns.map(({ field }) => field),
  );
  const isShown = (key: string) => columns.some(({ field }) => field.join(".") === key);
  const hidden = definition.fields.filter(({ key }) => !isShown(key) && key !== "id" && key !== "deleted_at");

  function move(at: number, by: number) {
    const next = [...columns];
    const [column] = next.splice(at, 1);
    if (column) next.splice(Math.max(0, at + by), 0, column);
    onChange(next);
  }

  return (
    <div className="columns-menu">
      {columns.map((column, index) => {
        const name = column.field.join(".");
        const label = shown.find((each) => each.name === name)?.label(locale);
        if (label === undefined) return null;
        return (
          <div key={name} className="columns-row">
            <Checkbox
              checked
              disabled={columns.length === 1}
              onChange={() => onChange(columns.filter((each) => each !== column))}
            >
              {label}
            </Checkbox>
            <span className="grow" />
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={t("list.columns.up", { name: label })}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={t("list.columns.down", { name: label })}
              disabled={index === columns.length - 1}
              onClick={() => move(index, 1)}
            />
          </div>
        );
      })}
      {hidden.map((field) => (
        <Checkbox key={field.key} checked={false} onChange={() => onChange([...columns, { field: [field.key] }])}>
          {localText(field.label, locale)}
        </Checkbox>
      ))}
    </div>
  );
}
