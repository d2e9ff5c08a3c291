import { SwapOutlined } from "@ant-design/icons";
import type { RecordRow, Titles } from "@dabiao/core/records/record-query.ts";
import { useDraggable } from "@dnd-kit/core";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldText } from "../../fields/field-text.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PathLink } from "../../kit/PathLink.tsx";
import type { ListColumn } from "../columns.ts";
import type { ObjectDefinition } from "../definition.ts";
import { NextStepMark } from "../NextStepMark.tsx";
import type { NextStep } from "../next-step.ts";
import type { BoardColumn } from "./KanbanColumn.tsx";

interface KanbanCardProps {
  readonly definition: ObjectDefinition;
  readonly row: RecordRow;
  readonly lines: readonly ListColumn[];
  readonly titles: Titles;
  readonly step: NextStep | null;
  readonly columns: readonly BoardColumn[];
  readonly fault: string | null;
  readonly isLocked: boolean;
  onMove(row: RecordRow, to: string | null): void;
}

const LINES_MAX = 3;

/** A card: its name, its first values, its next step. It is dragged, or moved from the menu that `M` opens. */
export function KanbanCard({
  definition,
  row,
  lines,
  titles,
  step,
  columns,
  fault,
  isLocked,
  onMove,
}: KanbanCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: row.id, disabled: isLocked });
  const name = String(row.values[definition.body.nameField] ?? "") || row.id.slice(0, 8);
  const shown = lines
    .filter((line) => line.name !== definition.body.nameField && line.name !== "next_on")
    .map((line) => fieldText(line.field, row.values[line.name], titles, locale))
    .filter((text) => text !== "")
    .slice(0, LINES_MAX);
  const items = columns.map((column) => ({
    key: column.key ?? "",
    label: column.label,
    onClick: () => onMove(row, column.key),
  }));
  return (
    <li
      ref={setNodeRef}
      className="kanban-card"
      data-dragging={isDragging}
      data-refused={fault !== null}
      style={
        transform
          ? { transform: `translate(${transform.x}px, ${transform.y}px)`, zIndex: 5, position: "relative" }
          : undefined
      }
      {...listeners}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== "m" || isLocked || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        setOpen(true);
      }}
    >
      <span className="kanban-card-head">
        <PathLink to={`/o/${definition.key}/${row.id}`} draggable={false}>
          {name}
        </PathLink>
        {!isLocked && (
          <Dropdown menu={{ items }} autoFocus trigger={["click"]} open={open} onOpenChange={setOpen}>
            <Button size="small" type="text" icon={<SwapOutlined />} aria-label={t("kanban.moveOf", { name })} />
          </Dropdown>
        )}
      </span>
      <span className="kanban-card-line">
        {shown.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </span>
      {step && <NextStepMark step={step} />}
      {fault && (
        <span className="form-fault" role="alert">
          {fault}
        </span>
      )}
    </li>
  );
}
