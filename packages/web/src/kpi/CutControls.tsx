import { Grain } from "@dabiao/core/calendar/grain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import type { BoardState, ChangeBoard } from "./board-state.ts";
import type { RowChoice } from "./cut-choices.ts";

interface CutControlsProps {
  readonly state: BoardState;
  readonly shown: readonly string[];
  readonly rows: readonly RowChoice[];
  readonly columns: readonly Grain[];
  readonly metrics: Metrics;
  readonly change: ChangeBoard;
}

const SHOWN_MAX = 6;

/** Which metrics, cut by whom or what, and by which shorter periods. */
export function CutControls({ state, shown, rows, columns, metrics, change }: CutControlsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const column = state.columns && columns.includes(state.columns) ? state.columns : "none";
  return (
    <div className="board-controls">
      <Select
        mode="multiple"
        maxCount={SHOWN_MAX}
        value={[...shown]}
        options={metrics.metrics.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
        showSearch={{ optionFilterProp: "label" }}
        maxTagCount="responsive"
        className="board-metrics"
        aria-label={t("kpi.metrics")}
        onChange={(keys: string[]) => change({ metrics: keys.length > 0 ? keys : undefined })}
      />
      <Select
        value={rows.some(({ value }) => value === state.rows) ? state.rows : "member"}
        prefix={t("kpi.cut.rows")}
        options={rows.map(({ value, label }) => ({ value, label }))}
        popupMatchSelectWidth={false}
        aria-label={t("kpi.cut.rows")}
        onChange={(value: string) => change({ rows: value })}
      />
      <Select
        value={column}
        prefix={t("kpi.cut.columns")}
        options={["none", ...columns].map((each) => ({
          value: each,
          label: each === "none" ? t("kpi.cut.columns.none") : t(`period.${each}`),
        }))}
        popupMatchSelectWidth={false}
        aria-label={t("kpi.cut.columns")}
        onChange={(value: string) => change({ columns: value === "none" ? undefined : Grain.parse(value) })}
      />
    </div>
  );
}
