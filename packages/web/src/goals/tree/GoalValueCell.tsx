import { LockOutlined } from "@ant-design/icons";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTable, formatTile } from "@dabiao/core/numbers/format-number.ts";
import type { CustomCellRendererProps } from "ag-grid-react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { gapOf } from "./gap-of.ts";
import type { GoalCell, GoalLine } from "./goal-node.ts";
import type { GoalGridContext } from "./grid-context.ts";

/** A target: bold where it was set, grey where it is the sum of what is below, with the signed difference under it. */
export function GoalValueCell({ value }: CustomCellRendererProps<GoalLine, GoalCell | null, GoalGridContext>) {
  return value ? <GoalFigure cell={value} /> : null;
}

export function GoalFigure({ cell }: { readonly cell: GoalCell }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = cell.amount ?? cell.sum;
  const figure = shown === null ? null : decimal(shown);
  const gap = gapOf(cell);
  const isStale = [cell.people, cell.periods, cell.slices].some((axis) => axis?.stale);
  return (
    <span
      className="goal-figures"
      data-own={cell.amount !== null}
      data-edited={cell.edited}
      title={figure ? formatTable(figure, { decimals: Math.min(2, figure.decimalPlaces()) }) : t("goals.unset")}
    >
      <span>
        {cell.locked && <LockOutlined aria-label={t("goals.locked")} />}{" "}
        {figure ? formatTile(figure, locale) : t("goals.dash")}
      </span>
      {gap && (
        <span className="goal-rest" data-over={gap.isNegative()}>
          {t(gap.isNegative() ? "goals.over" : "goals.rest", { rest: formatTile(gap.abs(), locale) })}
        </span>
      )}
      {!gap && isStale && <span className="goal-rest">{t("goals.stale")}</span>}
      {!gap && !isStale && cell.commit !== null && (
        <span className="goal-rest">{t(`goals.commit.state.${cell.commit}`)}</span>
      )}
    </span>
  );
}
