import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shortPeriodName } from "../../metrics/period-name.ts";
import type { KpiInfo } from "../../metrics/use-metrics.ts";
import { SliceName } from "../life/SliceName.tsx";
import { GoalFigure } from "./GoalValueCell.tsx";
import type { GoalColumn, GoalLine, GoalNode, GoalPlace } from "./goal-node.ts";

interface GoalCardsProps {
  readonly kpi: KpiInfo;
  readonly columns: readonly GoalColumn[];
  readonly lines: readonly GoalLine[];
  onToggle(node: GoalNode): void;
  onMore(node: GoalNode): void;
  onOpen(place: GoalPlace): void;
}

const INDENT_PX = 12;

/** The tree on a phone: one period at a time, a line for each unit and person; a press opens the target. */
export function GoalCards({ kpi, columns, lines, onToggle, onMore, onOpen }: GoalCardsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [index, setIndex] = useState(0);
  const column = columns[index];
  return (
    <>
      <Select
        className="goal-column-pick"
        size="large"
        value={index}
        aria-label={t("goals.column")}
        options={columns.map(({ period }, at) => ({
          value: at,
          label: at === 0 ? t("goals.whole") : shortPeriodName(period, locale),
        }))}
        onChange={setIndex}
      />
      <ul className="goal-cards">
        {lines.map((line) => {
          if (line.kind === "more")
            return (
              <li key={line.key}>
                <Button block onClick={() => onMore(line.parent)}>
                  {t("goals.more", { count: line.left })}
                </Button>
              </li>
            );
          const { row, depth, open } = line;
          const cell = row.cells[index];
          return (
            <li key={line.key} className="goal-card" style={{ paddingInlineStart: depth * INDENT_PX }}>
              {row.children > 0 ? (
                <button
                  type="button"
                  className="goal-open"
                  aria-expanded={open}
                  aria-label={t(open ? "goals.close" : "goals.open", { name: row.name })}
                  onClick={() => onToggle(row)}
                >
                  {open ? <CaretDownOutlined /> : <CaretRightOutlined />}
                </button>
              ) : (
                <span className="goal-open" />
              )}
              {cell && column && (
                <button type="button" className="goal-cell" onClick={() => onOpen({ row, cell, column, index })}>
                  <span className="goal-who">
                    {row.slice === null ? row.name : <SliceName kpi={kpi} slice={row.slice} />}
                  </span>
                  <GoalFigure cell={cell} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
