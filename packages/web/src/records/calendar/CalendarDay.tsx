import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import { useDraggable, useDroppable } from "@dnd-kit/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useGo } from "../../shell/use-go.ts";
import type { ObjectDefinition } from "../definition.ts";
import { useAddress } from "../list-address.ts";
import { shiftDay, today } from "./month.ts";

interface CalendarDayProps {
  readonly definition: ObjectDefinition;
  readonly day: string;
  readonly isOutside: boolean;
  readonly isLocked: boolean;
  readonly rows: readonly RecordRow[];
  readonly max: number;
  onMove(row: RecordRow, to: string): void;
}

export function CalendarDay({ definition, day, isOutside, isLocked, rows, max, onMove }: CalendarDayProps) {
  const { t } = useTranslation();
  const { change } = useAddress();
  const { setNodeRef, isOver } = useDroppable({ id: day });
  return (
    <div
      ref={setNodeRef}
      className="calendar-day"
      data-over={isOver}
      data-outside={isOutside}
      data-today={day === today()}
    >
      <time className="calendar-number" dateTime={day}>
        {Number(day.slice(8))}
      </time>
      {rows.slice(0, max).map((row) => (
        <Entry
          key={row.id}
          definition={definition}
          row={row}
          day={day}
          isLocked={isLocked || !row.canEdit}
          onMove={onMove}
        />
      ))}
      {rows.length > max && (
        <button type="button" className="calendar-entry" onClick={() => change({ span: "week", day })}>
          {t("calendar.more", { count: rows.length - max })}
        </button>
      )}
    </div>
  );
}

interface EntryProps {
  readonly definition: ObjectDefinition;
  readonly row: RecordRow;
  readonly day: string;
  readonly isLocked: boolean;
  onMove(row: RecordRow, to: string): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function Entry({ definition, row, day, isLocked, onMove }: EntryProps) {
  const go = useGo();
  const { setNodeRef, listeners, transform } = useDraggable({ id: row.id, disabled: isLocked });
  const name = String(row.values[definition.body.nameField] ?? "") || row.id.slice(0, 8);

  function onKey(event: KeyboardEvent) {
    const by = event.altKey ? STEPS[event.key] : undefined;
    if (by === undefined || isLocked) return;
    event.preventDefault();
    onMove(row, shiftDay(day, by));
  }

  return (
    <button
      ref={setNodeRef}
      type="button"
      className="calendar-entry"
      title={name}
      style={
        transform
          ? { transform: `translate(${transform.x}px, ${transform.y}px)`, zIndex: 5, position: "relative" }
          : undefined
      }
      {...listeners}
      onKeyDown={onKey}
      onClick={() => go(`/o/${definition.key}/${row.id}`)}
    >
      {name}
    </button>
  );
}
