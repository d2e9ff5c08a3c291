import { periodOf } from "@dabiao/core/calendar/period.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { PageHead } from "../kit/PageHead.tsx";
import { useUrlState } from "../kit/use-url-state.ts";
import { usedKpisQuery } from "../kpi/board-query.ts";
import { type KpiInfo, type Metrics, useMetrics } from "../metrics/use-metrics.ts";
import { useGo } from "../shell/use-go.ts";
import { GoalEditor } from "./GoalEditor.tsx";
import { GoalsState } from "./goals-state.ts";
import "./messages.ts";
import "./tree-messages.ts";
import "./goals.css";

/** 目标分解: a KPI's targets by organisation and period: what is set, handed down, kept back, agreed and published. */
export function GoalsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const metrics = useMetrics();
  const [state, change] = useUrlState(GoalsState);
  const kpi = useChosenKpi(metrics, state.kpi);
  const period = state.period ?? periodOf(metrics.today, "year", metrics.calendar).key;

  if (metrics.kpis.length === 0) {
    return (
      <>
        <PageHead title={t("goals.title")} />
        <Empty description={t("goals.noKpi")}>
          <Button type="primary" onClick={() => go("/start")}>
            {t("goals.start")}
          </Button>
        </Empty>
      </>
    );
  }
  return kpi ? (
    <GoalEditor
      key={`${kpi.key} ${period} ${state.by} ${state.grain}`}
      kpi={kpi}
      period={period}
      metrics={metrics}
      state={state}
      onChange={change}
    />
  ) : (
    <PageHead title={t("goals.title")} />
  );
}

/** The KPI in the address, else the first one that has targets or results now. */
function useChosenKpi(metrics: Metrics, key: string | undefined): KpiInfo | undefined {
  const used = useQuery(usedKpisQuery(metrics.kpis, metrics.today));
  const usual = used.data?.kpis[0] ?? (used.isPending ? undefined : metrics.kpis[0]);
  return metrics.kpis.find((kpi) => kpi.key === key) ?? usual;
}
