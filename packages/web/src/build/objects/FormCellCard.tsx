import { MoreOutlined } from "@ant-design/icons";
import type { World } from "@dabiao/core/model/kind.ts";
import type { FormBody, FormCell } from "@dabiao/core/model/kinds/form.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Dropdown, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { type CellPlace, withCell, withCellMoved, withCellWidth } from "./edit-form.ts";
import { FormulaInput } from "./FormulaInput.tsx";

const CONDITIONS = ["showWhen", "requiredWhen", "readOnlyWhen"] as const;

interface FormCellCardProps {
  readonly body: FormBody;
  readonly place: CellPlace;
  readonly cell: FormCell;
  readonly world: World;
  onChange(body: FormBody): void;
}

/** One place of the form: what stands there, its conditions, and where it goes. */
export function FormCellCard({ body, place, cell, world, onChange }: FormCellCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const label = labelOf(cell, world, body.object, locale);
  const alone = body.sections[place.section]?.rows[place.row]?.length === 1;
  const conditions = cell.kind === "field" ? CONDITIONS.filter((name) => cell[name] !== undefined).length : 0;
  return (
    <div className="form-cell">
      <span className="grow">
        {label} {conditions > 0 && <span className="muted">{`ƒ${conditions}`}</span>}
      </span>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "when", label: t("form.conditions"), disabled: cell.kind !== "field" },
            { key: "earlier", label: t("form.cell.earlier") },
            { key: "later", label: t("form.cell.later") },
            { key: "width", label: t(alone ? "form.cell.narrow" : "form.cell.wide") },
            { key: "remove", label: t("form.cell.remove"), danger: true },
          ],
          onClick: ({ key }) => {
            if (key === "when") setOpen(true);
            if (key === "earlier") onChange(withCellMoved(body, place, -1));
            if (key === "later") onChange(withCellMoved(body, place, 1));
            if (key === "width") onChange(withCellWidth(body, place));
            if (key === "remove") onChange(withCell(body, place, () => null));
          },
        }}
      >
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t("form.cell.of", { label })} />
      </Dropdown>
      {cell.kind === "field" && (
        <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={label} destroyOnHidden>
          {CONDITIONS.map((name) => (
            <div key={name} className="form-condition">
              <span>{t(`form.${name}`)}</span>
              <FormulaInput
                world={world}
                object={body.object}
                value={cell[name]}
                expected="boolean"
                label={t(`form.${name}`)}
                onChange={(text) => {
                  const { [name]: _, ...rest } = cell;
                  onChange(withCell(body, place, () => (text === undefined ? rest : { ...rest, [name]: text })));
                }}
              />
            </div>
          ))}
        </Modal>
      )}
    </div>
  );
}

function labelOf(cell: FormCell, world: World, object: string, locale: "zh-CN" | "en"): string {
  if (cell.kind === "text") return localText(cell.text, locale);
  if (cell.kind === "records") return cell.object;
  const field = findObject(world, object)?.fields.get(cell.field);
  return field ? localText(field.body.label, locale) : cell.field;
}
