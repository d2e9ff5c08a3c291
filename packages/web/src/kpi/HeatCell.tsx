import type { BoardCell } from "@dabiao/core/goals/board.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure, tileFigure } from "../kit/figures.ts";
import { StatusMark } from "../kit/StatusMark.tsx";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { headline } from "./cell-text.ts";
import "./pace-messages.ts";

interface HeatCellProps {
  readonly cell: BoardCell;
  readonly kpi: KpiInfo;
  readonly name: string;
  readonly onOpen: () => void;
}

/** States in which a rate would mislead: the word stands for it. */
const QUIET: ReadonlySet<BoardCell["status"]> = new Set(["notStarted", "zeroTarget", "noData", "notApplicable"]);

/** A figure of the table with its shape: the tint helps, it never stands alone. */
export function HeatCell({ cell, kpi, name, onOpen }: HeatCellProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { unit } = kpi.metric;
  const hasTarget = cell.target !== null;
  const full = tableFigure(cell.actual, unit);
  const state = t(`kpi.status.${cell.status}`);
  const title = hasTarget
    ? `${t("kpi.cell.full", { actual: full, target: tableFigure(cell.target, unit) })} · ${state}`
    : `${full} · ${state}`;
  const said = QUIET.has(cell.status) ? t(`kpi.short.${cell.status}`) : null;
  return (
    <button
      type="button"
      className="heat-cell"
      data-mark={hasTarget ? cell.mark : "plain"}
      title={title}
      onClick={onOpen}
    >
      <span className="visually-hidden">{`${name} ${localText(kpi.label, locale)} `}</span>
      {hasTarget && <StatusMark status={cell.mark} word={false} />}
      <span className="heat-figure">{said ?? headline(cell, kpi.metric, locale)}</span>
      {hasTarget && (unit.kind !== "percent" || said !== null) && (
        <span className="heat-actual muted">{tileFigure(cell.actual, unit, locale)}</span>
      )}
    </button>
  );
}
