import type { BoardCell } from "@dabiao/core/goals/board.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { Bullet } from "../kit/Bullet.tsx";
import { tableFigure, tileFigure } from "../kit/figures.ts";
import { StatusMark } from "../kit/StatusMark.tsx";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { shortfall } from "./cell-text.ts";
import "./pace-messages.ts";

interface KpiTileProps {
  readonly kpi: KpiInfo;
  readonly cell: BoardCell;
  /** Lowest and highest of the projections, once they are known. */
  readonly range: { readonly low: string; readonly high: string } | null;
  readonly onOpen: () => void;
}

/** One KPI of the whole: done, target, where it should be by today, where it will end. */
export function KpiTile({ kpi, cell, range, onOpen }: KpiTileProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { unit } = kpi.metric;
  const hasTarget = cell.target !== null;
  const gap = shortfall(cell, kpi.metric, locale);
  const share = (part: string | null) =>
    part === null || cell.target === null || decimal(cell.target).isZero()
      ? null
      : decimal(part).div(cell.target).toNumber();
  return (
    <button type="button" className="card kpi-tile" onClick={onOpen}>
      <span className="kpi-tile-head">
        <strong>{localText(kpi.label, locale)}</strong>
        {hasTarget && <StatusMark status={cell.mark} />}
      </span>
      <span className="kpi-tile-figures">
        <span className="kpi-tile-actual" title={tableFigure(cell.actual, unit)}>
          {tileFigure(cell.actual, unit, locale)}
        </span>
        {hasTarget && (
          <span className="muted" title={tableFigure(cell.target, unit)}>
            {t("kpi.ofTarget", { target: tileFigure(cell.target, unit, locale) })}
          </span>
        )}
        {hasTarget && unit.kind !== "percent" && (
          <span className="kpi-tile-attain">{formatPercent(cell.attain === null ? null : decimal(cell.attain))}</span>
        )}
      </span>
      {hasTarget ? (
        <>
          <Bullet actual={share(cell.actual)} expected={share(cell.expected)} status={cell.mark} />
          <span className="kpi-tile-line muted">
            {cell.status === "notStarted" || cell.status === "noData" ? (
              <span>{t(`kpi.short.${cell.status}`)}</span>
            ) : (
              gap !== null && <span>{t("kpi.againstExpected", { gap })}</span>
            )}
            {cell.projection !== null && unit.kind !== "percent" && (
              <span title={tableFigure(cell.projection, unit)}>
                {range !== null && range.low !== range.high
                  ? t("kpi.range", {
                      low: tileFigure(range.low, unit, locale),
                      high: tileFigure(range.high, unit, locale),
                    })
                  : t("kpi.projected", { value: tileFigure(cell.projection, unit, locale) })}
              </span>
            )}
          </span>
        </>
      ) : (
        <span className="kpi-tile-line muted">{t("kpi.noTarget")}</span>
      )}
    </button>
  );
}
