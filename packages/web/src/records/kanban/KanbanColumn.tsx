import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTile } from "@dabiao/core/numbers/format-number.ts";
import type { RecordRow, Titles } from "@dabiao/core/records/record-query.ts";
import { useDroppable } from "@dnd-kit/core";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import type { ListColumn } from "../columns.ts";
import type { ObjectDefinition } from "../definition.ts";
import { byUrgency, nextStep } from "../next-step.ts";
import { KanbanCard } from "./KanbanCard.tsx";

export interface BoardColumn {
  readonly key: string | null;
  readonly label: string;
  readonly color: string;
  readonly isOpen: boolean;
  readonly count: number;
  readonly sum: string | null;
  readonly items: readonly RecordRow[];
  readonly hasMore: boolean;
}

interface KanbanColumnProps {
  readonly definition: ObjectDefinition;
  readonly column: BoardColumn;
  readonly all: readonly BoardColumn[];
  readonly lines: readonly ListColumn[];
  readonly titles: Titles;
  readonly refused: { readonly id: string; readonly reason: string } | null;
  readonly isLocked: boolean;
  onMove(row: RecordRow, to: string | null): void;
}

/** More open records than this in one stage are more than a team moves on. */
const WIP_ADVICE = 100;

/** A column: its count and sum, then the cards, the most urgent next step first. */
export function KanbanColumn({ definition, column, all, lines, titles, refused, isLocked, onMove }: KanbanColumnProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { setNodeRef, isOver } = useDroppable({ id: column.key ?? "" });
  const step = (row: RecordRow) => nextStep(row.values["next_on"]);
  const cards = [...column.items].sort((a, b) => byUrgency(step(a), step(b)));
  const hasSteps = definition.fields.some(({ key }) => key === "next_on") && column.isOpen;
  return (
    <section
      ref={setNodeRef}
      className="kanban-column"
      data-over={isOver}
      aria-label={column.label}
      style={{ "--column-color": column.color } as React.CSSProperties}
    >
      <header className="kanban-head">
        <h2>
          {column.label}
          <span>{column.count}</span>
        </h2>
        <span className="muted">
          {column.sum === null
            ? t("kanban.count", { count: column.count })
            : `¥${formatTile(decimal(column.sum), locale)}`}
        </span>
        {column.isOpen && column.count > WIP_ADVICE && (
          <span className="muted">{t("kanban.wip", { count: column.count, limit: WIP_ADVICE })}</span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul className="kanban-cards" tabIndex={0} aria-label={column.label}>
        {cards.map((row) => (
          <KanbanCard
            key={row.id}
            definition={definition}
            row={row}
            lines={lines}
            titles={titles}
            step={hasSteps ? step(row) : null}
            columns={all}
            fault={refused?.id === row.id ? refused.reason : null}
            isLocked={isLocked || !row.canEdit}
            onMove={onMove}
          />
        ))}
        {cards.length === 0 && <li className="kanban-note">{t("kanban.empty")}</li>}
        {column.hasMore && (
          <li className="kanban-note">{t("calendar.more", { count: column.count - cards.length })}</li>
        )}
      </ul>
    </section>
  );
}
