import { periodOf } from "@dabiao/core/calendar/period.ts";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PageHead } from "../../kit/PageHead.tsx";
import { PageTabs } from "../../kit/PageTabs.tsx";
import { useUrlState } from "../../kit/use-url-state.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { usePermissions } from "../../people/session.ts";
import { AbsenceTab } from "./AbsenceTab.tsx";
import { GapTab } from "./GapTab.tsx";
import { KpiPeriodBar } from "./KpiPeriodBar.tsx";
import { ManagerTab } from "./ManagerTab.tsx";
import { MoveTab } from "./MoveTab.tsx";
import { RampTab } from "./RampTab.tsx";
import { RulesTab } from "./RulesTab.tsx";
import "./messages.ts";

const LifeState = z.object({
  kpi: z.string().max(40).optional().catch(undefined),
  period: z.coerce.string().max(20).optional().catch(undefined),
});

/** 人员变动: what hire, leave, ramps, transfers and vacancies do to targets, and how the gap is shared. */
export function GoalLifePage() {
  const { t } = useTranslation();
  const metrics = useMetrics();
  const permissions = usePermissions();
  const [state, change] = useUrlState(LifeState);
  const kpi = state.kpi ?? metrics.kpis[0]?.key ?? "";
  const period = state.period ?? periodOf(metrics.today, "month", metrics.calendar).key;
  const bar = <KpiPeriodBar kpi={kpi} period={period} onChange={change} />;
  const seesAll = permissions.has("goals.manage") || permissions.has("goals.read_all");
  const items = [
    { key: "gap", label: t("life.tab.gap"), children: kpi && <GapTab kpi={kpi} period={period} bar={bar} /> },
    { key: "absence", label: t("life.tab.absence"), children: <AbsenceTab /> },
    { key: "ramp", label: t("life.tab.ramp"), children: <RampTab /> },
    { key: "move", label: t("life.tab.move"), children: kpi && <MoveTab kpi={kpi} period={period} bar={bar} /> },
    ...(seesAll
      ? [
          {
            key: "manager",
            label: t("life.tab.manager"),
            children: kpi && <ManagerTab kpi={kpi} period={period} bar={bar} />,
          },
        ]
      : []),
    ...(permissions.has("metrics.manage")
      ? [{ key: "rules", label: t("life.tab.rules"), children: <RulesTab /> }]
      : []),
  ];
  return (
    <>
      <PageHead title={t("life.title")} />
      <PageTabs label={t("life.title")} items={items} />
    </>
  );
}
