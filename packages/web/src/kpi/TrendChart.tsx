import type { Unit } from "@dabiao/core/metrics/metric.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure, tileFigure } from "../kit/figures.ts";
import { shortPeriodName } from "../metrics/period-name.ts";
import { chartScale } from "./chart-scale.ts";

interface Point {
  readonly key: string;
  /** `null` is no data: the line breaks. */
  readonly value: string | null;
  /** The same period of last year. */
  readonly base: string | null;
}

interface TrendChartProps {
  readonly name: string;
  readonly unit: Unit;
  readonly points: readonly Point[];
  /** The period that has not ended: dashed. */
  readonly openKey: string;
}

const WIDTH = 500;
const HEIGHT = 200;
const LEFT = 56;
const RIGHT = 20;
const TOP = 16;
const BOTTOM = 28;

/** A line over time, the last figure written beside it; the same figures as a table. */
export function TrendChart({ name, unit, points, openKey }: TrendChartProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [asTable, setAsTable] = useState(false);
  const toggle = (
    <Button size="small" onClick={() => setAsTable(!asTable)}>
      {t(asTable ? "kpi.trend.chart" : "kpi.trend.table")}
    </Button>
  );
  if (asTable) {
    return (
      <>
        <table className="drill">
          <tbody>
            {points.map(({ key, value, base }) => (
              <tr key={key}>
                <td>{shortPeriodName(key, locale)}</td>
                <td className="drill-figure">{tableFigure(value, unit)}</td>
                <td className="drill-figure muted">{tableFigure(base, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {toggle}
      </>
    );
  }
  const values = points.map(({ value }) => (value === null ? null : decimal(value).toNumber()));
  const bases = points.map(({ base }) => (base === null ? null : decimal(base).toNumber()));
  const scale = chartScale([...values, ...bases]);
  const x = (index: number) => LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, points.length - 1);
  const y = (value: number) => TOP + (1 - (value - scale.low) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM);
  const lastAt = values.findLastIndex((value) => value !== null);
  const isBelow = (values[lastAt - 1] ?? 0) > (values[lastAt] ?? 0);
  const label = t("kpi.trend.label", {
    name,
    from: shortPeriodName(points[0]?.key ?? "", locale),
    to: shortPeriodName(points.at(-1)?.key ?? "", locale),
  });
  return (
    <>
      <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className="trend-grid" />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="trend-label">
              {tileFigure(decimal(tick.toFixed(4)).toFixed(), unit, locale)}
            </text>
          </g>
        ))}
        <polyline
          className="trend-line trend-base"
          points={bases.flatMap((base, index) => (base === null ? [] : [`${x(index)},${y(base)}`])).join(" ")}
        />
        {values.map((value, index) => {
          const next = values[index + 1];
          const point = points[index + 1];
          if (value === null || next == null || !point) return null;
          return (
            <line
              key={point.key}
              x1={x(index)}
              y1={y(value)}
              x2={x(index + 1)}
              y2={y(next)}
              className="trend-line"
              data-open={point.key === openKey}
            />
          );
        })}
        {points.map(({ key, value }, index) => {
          const at = values[index];
          if (at == null) return null;
          return (
            <g key={key}>
              <circle
                cx={x(index)}
                cy={y(at)}
                r={index === lastAt ? 4 : 3}
                className="trend-point"
                data-open={key === openKey}
              >
                <title>{`${shortPeriodName(key, locale)} ${tableFigure(value, unit)}`}</title>
              </circle>
              {index === lastAt && (
                <text x={x(index)} y={y(at) + (isBelow ? 20 : -8)} textAnchor="end" className="trend-last">
                  {tileFigure(value, unit, locale)}
                </text>
              )}
            </g>
          );
        })}
        {points.map(({ key }, index) =>
          index % 3 === (points.length - 1) % 3 ? (
            <text
              key={key}
              x={x(index)}
              y={HEIGHT - 8}
              textAnchor={index === points.length - 1 ? "end" : "middle"}
              className="trend-label"
            >
              {shortPeriodName(key, locale)}
            </text>
          ) : null,
        )}
      </svg>
      <p className="muted trend-foot">
        {[
          ...(points.some(({ key }) => key === openKey) ? [t("kpi.trend.open")] : []),
          ...(bases.some((base) => base !== null) ? [t("kpi.trend.base")] : []),
        ].join(locale === "en" ? "; " : "；")}
        {toggle}
      </p>
    </>
  );
}
