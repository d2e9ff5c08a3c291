import type { Outlook } from "@dabiao/core/goals/outlook.ts";
import type { Unit } from "@dabiao/core/metrics/metric.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { tileFigure } from "../kit/figures.ts";
import { chartScale } from "./chart-scale.ts";

const WIDTH = 500;
const HEIGHT = 180;
const LEFT = 56;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 24;

/** What is done, day by day, against what was due: a line over a dashed one. */
export function PaceChart({ outlook, unit }: { readonly outlook: Outlook; readonly unit: Unit }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { course } = outlook;
  const place = (value: string | null) => (value === null ? null : decimal(value).toNumber());
  const actual = course.map((point) => place(point.actual));
  const expected = course.map((point) => place(point.expected));
  const scale = chartScale([...actual, ...expected]);
  const x = (index: number) => LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, course.length - 1);
  const y = (value: number) => TOP + (1 - (value - scale.low) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM);
  const line = (values: readonly (number | null)[]) =>
    values.flatMap((value, index) => (value === null ? [] : [`${x(index)},${y(value)}`])).join(" ");
  const [first, last] = [course[0]?.day ?? "", course.at(-1)?.day ?? ""];
  return (
    <figure className="pace-figure">
      <svg
        className="trend"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("kpi.pace.chart", { from: first, to: last })}
      >
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className="trend-grid" />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="trend-label">
              {tileFigure(decimal(tick.toFixed(4)).toFixed(), unit, locale)}
            </text>
          </g>
        ))}
        <polyline points={line(expected)} className="trend-line trend-base" />
        <polyline points={line(actual)} className="trend-line" />
        <text x={LEFT} y={HEIGHT - 6} className="trend-label">
          {first.slice(5)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end" className="trend-label">
          {last.slice(5)}
        </text>
      </svg>
      <figcaption className="muted">
        {t(expected.some((value) => value !== null) ? "kpi.pace.legend" : "kpi.pace.legend.actual")}
      </figcaption>
    </figure>
  );
}
