import { type CurveFrame, niceStep } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTile } from "@dabiao/core/numbers/format-number.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { type CurvePlace, PLOT } from "./curve-place.ts";

interface CurveAxesProps {
  readonly frame: CurveFrame;
  /** Marked along the axis; `null` where there is none. */
  readonly target: string | null;
  readonly full: string;
  readonly place: CurvePlace;
}

const PARTS = 4;
const LABEL_TOP = 14;

/** Few grid lines with their numbers, full marks, and where the target lies. */
export function CurveAxes({ frame, target, full, place }: CurveAxesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const along = parts(frame.least, frame.most);
  const up = [decimal(0), decimal(full).div(2), decimal(full)];
  const goal = target === null ? null : decimal(target);
  return (
    <g>
      {up.map((value) => (
        <g key={value.toString()}>
          <line className="curve-grid" x1={PLOT.left} x2={PLOT.right} y1={place.y(value)} y2={place.y(value)} />
          <text className="curve-label" x={PLOT.left - 6} y={place.y(value) + 4} textAnchor="end">
            {formatTile(value, locale)}
          </text>
        </g>
      ))}
      {along.map((value) => (
        <text
          key={value.toString()}
          className="curve-label"
          x={place.x(value)}
          y={PLOT.bottom + 16}
          textAnchor="middle"
        >
          {formatTile(value, locale)}
        </text>
      ))}
      {goal?.gte(frame.least) && goal.lte(frame.most) && (
        <g>
          <line className="curve-target" x1={place.x(goal)} x2={place.x(goal)} y1={PLOT.top} y2={PLOT.bottom} />
          <text className="curve-label" x={place.x(goal)} y={LABEL_TOP} textAnchor="middle">
            {t("rule.target")}
          </text>
        </g>
      )}
      <text className="curve-label" x={PLOT.right} y={PLOT.bottom + 32} textAnchor="end">
        {t(`rule.axis.${frame.axis}`)}
      </text>
    </g>
  );
}

/** Round numbers along the axis. */
function parts(least: Decimal, most: Decimal): Decimal[] {
  const step = niceStep(most.minus(least), PARTS);
  const first = least.div(step).ceil();
  const count = most.div(step).floor().minus(first).toNumber() + 1;
  return Array.from({ length: count }, (_, index) => first.plus(index).times(step));
}
