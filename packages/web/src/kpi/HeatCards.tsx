import type { Board, BoardRow } from "@dabiao/core/goals/board.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { boardTree, flatten } from "./board-rows.ts";
import { HeatCell } from "./HeatCell.tsx";

interface HeatCardsProps {
  readonly board: Board;
  readonly kpis: readonly KpiInfo[];
  readonly sort: string;
  readonly onOpen: (kpi: KpiInfo, row: BoardRow) => void;
  readonly isMissing: (unit: string, people: number) => boolean;
  readonly onOpenUnit: (unit: string) => void;
}

const STEP = 30;

/** The table for a phone: a card for each unit and person. */
export function HeatCards({ board, kpis, sort, onOpen, isMissing, onOpenUnit }: HeatCardsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [shown, setShown] = useState(STEP);
  const rows = flatten(boardTree(board, sort));
  return (
    <ul className="heat-cards">
      {rows.slice(0, shown).map(({ row, depth }) => (
        <li
          key={`${row.kind}:${row.id}`}
          className="card"
          data-kind={row.kind}
          style={{ marginInlineStart: depth * 8 }}
        >
          <strong>{row.name}</strong>
          {board.kpis.map((key, index) => {
            const kpi = kpis.find((each) => each.key === key);
            const cell = row.cells[index];
            return (
              kpi &&
              cell && (
                <div key={key} className="heat-card-line">
                  <span className="muted">{localText(kpi.label, locale)}</span>
                  <HeatCell cell={cell} kpi={kpi} name={row.name} onOpen={() => onOpen(kpi, row)} />
                </div>
              )
            );
          })}
          {row.kind === "unit" && row.id !== null && isMissing(row.id, row.people) && (
            <Button size="small" onClick={() => onOpenUnit(row.id ?? "")}>
              {t("kpi.people.show", { count: row.people })}
            </Button>
          )}
        </li>
      ))}
      {rows.length > shown && (
        <li>
          <Button block onClick={() => setShown(shown + STEP)}>
            {t("kpi.more", { count: rows.length - shown })}
          </Button>
        </li>
      )}
    </ul>
  );
}
