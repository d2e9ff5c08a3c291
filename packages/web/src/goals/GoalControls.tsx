import type { Tree } from "@dabiao/core/goals/goal-tree.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PeriodPicker } from "../metrics/PeriodPicker.tsx";
import type { Metrics } from "../metrics/use-metrics.ts";
import { GOAL_GRAINS, type GoalsState } from "./goals-state.ts";

interface GoalControlsProps {
  readonly metrics: Metrics;
  readonly kpi: string | undefined;
  readonly period: string;
  readonly state: GoalsState;
  readonly tree: Tree | undefined;
  onChange(change: Partial<GoalsState>): void;
}

const WHOLE = "org";

/** Which KPI, over which period, cut how finely and along what. */
export function GoalControls({ metrics, kpi, period, state, tree, onChange }: GoalControlsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const leave = { subject: undefined, column: undefined, draft: undefined, asOf: undefined };
  const labels = metrics.kpis.find(({ key }) => key === kpi)?.metric.dimensions ?? [];
  const nameOf = (dimension: string) => {
    const found = labels.find(({ path }) => path.join(".") === dimension);
    return found ? localText(found.label, locale) : dimension;
  };
  const dimensions = tree?.dimensions ?? [];
  return (
    <div className="goal-controls">
      <Select
        value={kpi ?? null}
        options={metrics.kpis.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        aria-label={t("goals.kpi")}
        onChange={(key: string) => onChange({ ...leave, by: undefined, kpi: key })}
      />
      <PeriodPicker
        value={period}
        calendar={metrics.calendar}
        today={metrics.today}
        grains={["year", "half", "quarter", "month"]}
        onChange={(key) => onChange({ ...leave, period: key })}
      />
      <Select
        value={state.grain}
        aria-label={t("goals.grain")}
        options={GOAL_GRAINS.map((value) => ({ value, label: t(`goals.grain.${value}`) }))}
        onChange={(grain) => onChange({ grain })}
      />
      {dimensions.length > 0 && (
        <Select
          value={state.by ?? WHOLE}
          aria-label={t("goals.dimension")}
          popupMatchSelectWidth={false}
          options={[
            { value: WHOLE, label: t("goals.by.org") },
            ...dimensions.map((value) => ({ value, label: t("goals.by.dimension", { dimension: nameOf(value) }) })),
          ]}
          onChange={(by) => onChange({ by: by === WHOLE ? undefined : by })}
        />
      )}
    </div>
  );
}
