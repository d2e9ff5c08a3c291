import type { Board } from "@dabiao/core/goals/board.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatPercent } from "@dabiao/core/numbers/format-number.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { Bullet } from "../kit/Bullet.tsx";
import { tableFigure, tileFigure } from "../kit/figures.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import { shortfall } from "../kpi/cell-text.ts";
import type { KpiInfo } from "../metrics/use-metrics.ts";

interface MyTargetsProps {
  readonly board: Board;
  readonly kpis: readonly KpiInfo[];
  readonly memberId: string;
}

/** This month's targets of the reader, or of the whole for who has none: pace, gap, what each day must bring. */
export function MyTargets({ board, kpis, memberId }: MyTargetsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const mine = board.people.find(({ id }) => id === memberId);
  // A director without targets of their own answers for the whole.
  const own =
    mine && (board.people.length === 1 || mine.cells.some(({ target }) => target !== null)) ? mine : undefined;
  const row = own ?? board.total;
  const shown = board.kpis.flatMap((key, index) => {
    const kpi = kpis.find((each) => each.key === key);
    const cell = row.cells[index];
    return kpi && cell && (cell.target !== null || cell.actual !== null) ? [{ kpi, cell }] : [];
  });
  return (
    <section className="card home-targets">
      <h2>{own ? t("home.mine") : t("home.whole")}</h2>
      {shown.length === 0 && <p className="muted">{t("home.noFigures")}</p>}
      {shown.map(({ kpi, cell }) => {
        const { unit } = kpi.metric;
        const share = (part: string | null) =>
          part === null || cell.target === null || decimal(cell.target).isZero()
            ? null
            : decimal(part).div(cell.target).toNumber();
        const gap = shortfall(cell, kpi.metric, locale);
        return (
          <div key={kpi.key} className="home-target">
            <div className="home-target-line">
              <PathLink to={cellAddress(kpi, board.period, own ? memberId : undefined)}>
                {localText(kpi.label, locale)}
              </PathLink>
              <span title={tableFigure(cell.actual, unit)}>
                {tileFigure(cell.actual, unit, locale)}
                {cell.target !== null && (
                  <span className="muted">{t("home.ofTarget", { target: tileFigure(cell.target, unit, locale) })}</span>
                )}
              </span>
              {cell.target !== null && (
                <>
                  <span>{formatPercent(cell.attain === null ? null : decimal(cell.attain))}</span>
                  <StatusMark status={cell.mark} />
                </>
              )}
            </div>
            {cell.target !== null && (
              <Bullet actual={share(cell.actual)} expected={share(cell.expected)} status={cell.mark} />
            )}
            <p className="muted home-target-foot">
              {gap !== null && <span>{t("home.gap", { gap })}</span>}
              {cell.needPerDay !== null &&
                decimal(cell.needPerDay).isPositive() &&
                !decimal(cell.needPerDay).isZero() && (
                  <span>
                    {t("home.perDay", { value: tileFigure(cell.needPerDay, unit, locale), days: board.time.remaining })}
                  </span>
                )}
            </p>
          </div>
        );
      })}
    </section>
  );
}

/** The board with this figure's reason open beside it. */
export function cellAddress(kpi: KpiInfo, period: string, member: string | undefined): string {
  const cell = { metric: kpi.metric.key, period, fields: [], ...(member ? { member } : {}) };
  return `/kpi?period=${encodeURIComponent(JSON.stringify(period))}&cell=${encodeURIComponent(JSON.stringify(cell))}`;
}
