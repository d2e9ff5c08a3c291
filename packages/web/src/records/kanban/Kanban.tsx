import { localText } from "@dabiao/core/platform/text.ts";
import type { RecordGroups, RecordRow } from "@dabiao/core/records/record-query.ts";
import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useQueryClient } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { optionColor, optionsOf } from "../../fields/option-of.ts";
import { useLocale } from "../../i18n/locale.ts";
import { Region } from "../../shell/RegionState.tsx";
import { fieldOf } from "../definition.ts";
import { isLocked } from "../form/form-layout.ts";
import { stagesOf } from "../stage.ts";
import { useFieldSave } from "../use-field-save.tsx";
import type { ViewProps } from "../view-props.ts";
import { type BoardColumn, KanbanColumn } from "./KanbanColumn.tsx";
import { moveCard } from "./move-card.ts";
import { useBoard } from "./use-board.ts";

/** Records by a choice field, mostly the stage: dragged, or moved with `M`. A move that is refused snaps back. */
export function Kanban({ definition, list, columns, query, empty }: ViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const save = useFieldSave(definition);
  const [refused, setRefused] = useState<{ id: string; reason: string } | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const group = list.settings.group?.[0] ?? definition.body.stage?.field ?? "";
  const field = fieldOf(definition, group);
  const { board, key } = useBoard(definition, query, group);
  if (field?.type !== "select") return <Alert type="info" showIcon title={t("kanban.group")} />;
  const options = optionsOf(field).filter(({ archived }) => !archived);
  const stages = stagesOf(definition);

  function columnsOf({ groups }: RecordGroups): BoardColumn[] {
    const known = options.map((option): BoardColumn => {
      const found = groups.find((each) => each.key === option.key);
      const type =
        stages?.field.key === group ? stages.stages.find((each) => each.option.key === option.key)?.type : undefined;
      return {
        key: option.key,
        label: localText(option.label, locale),
        color: optionColor(option),
        isOpen: type === undefined || type === "open",
        count: found?.count ?? 0,
        sum: found?.sum ?? null,
        items: found?.items ?? [],
        hasMore: (found?.next ?? null) !== null,
      };
    });
    const blank = groups.find((each) => each.key === null);
    if (!blank) return known;
    const { count, sum, items, next } = blank;
    return [
      {
        key: null,
        label: t("kanban.none"),
        color: "var(--none)",
        isOpen: true,
        count,
        sum,
        items,
        hasMore: next !== null,
      },
      ...known,
    ];
  }

  function move(row: RecordRow, to: string | null) {
    if (!field || (row.values[group] ?? null) === to) return;
    setRefused(null);
    void save({
      row,
      field,
      value: to,
      titles: board.data?.titles ?? {},
      paint(painted, reason) {
        client.setQueryData(key, (before: RecordGroups | undefined) => before && moveCard(before, painted, group));
        if (reason !== undefined) setRefused({ id: row.id, reason });
      },
    });
  }

  function onDrop({ active, over }: DragEndEvent) {
    const row = board.data?.groups.flatMap(({ items }) => items).find(({ id }) => id === active.id);
    if (row && over) move(row, over.id === "" ? null : String(over.id));
  }

  return (
    <Region query={board} rows={10}>
      {(data) => {
        if (data.groups.length === 0) return empty;
        const shown = columnsOf(data);
        return (
          <DndContext sensors={sensors} onDragEnd={onDrop}>
            <div className="kanban">
              {shown.map((column) => (
                <KanbanColumn
                  key={column.key ?? ""}
                  definition={definition}
                  column={column}
                  all={shown}
                  lines={columns}
                  titles={data.titles}
                  refused={refused}
                  isLocked={isLocked(field)}
                  onMove={move}
                />
              ))}
            </div>
          </DndContext>
        );
      }}
    </Region>
  );
}
