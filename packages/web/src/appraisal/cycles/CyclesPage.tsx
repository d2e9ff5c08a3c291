import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { definitionsQuery } from "../../build/definition/definition-query.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { periodName } from "../../metrics/period-name.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { usePermissions, useSession } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { cyclesQuery, tasksQuery } from "../queries.ts";
import { NewCycleDialog } from "./NewCycleDialog.tsx";
import { NewPlanDialog } from "./NewPlanDialog.tsx";
import { TaskList } from "./TaskList.tsx";
import "./cycle-messages.ts";
import "./cycles.css";

/** 考核周期: those running, those past, and the plans they follow. */
export function CyclesPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  const { member: me } = useSession();
  const mayManage = usePermissions().has("appraisal.manage");
  const [making, setMaking] = useState<"cycle" | "plan" | null>(null);
  const cycles = useQuery(cyclesQuery);
  const tasks = useQuery(tasksQuery("mine")).data?.items ?? [];
  const plans = useQuery({ ...definitionsQuery("appraisal_plan"), enabled: mayManage }).data?.items ?? [];
  return (
    <>
      <PageHead
        title={t("cycles.title")}
        actions={
          mayManage && (
            <>
              <Button onClick={() => setMaking("plan")}>{t("cycles.newPlan")}</Button>
              <Button
                type="primary"
                disabled={plans.every(({ published }) => published === null)}
                onClick={() => setMaking("cycle")}
              >
                {t("cycles.new")}
              </Button>
            </>
          )
        }
      />
      {tasks.length > 0 && (
        <section aria-label={t("cycles.mine")}>
          <h2 className="cycles-head">{t("cycles.mine")}</h2>
          <TaskList tasks={tasks} meId={me.id} />
        </section>
      )}
      <Region query={cycles}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={t(mayManage ? "cycles.empty" : "cycles.emptyForMe")}>
              {mayManage && plans.length === 0 && (
                <Button type="primary" onClick={() => setMaking("plan")}>
                  {t("cycles.newPlan")}
                </Button>
              )}
            </Empty>
          ) : (
            <ul className="cycle-list">
              {items.map((cycle) => (
                <li key={cycle.id} className="card cycle-row">
                  <span className="cycle-name">
                    <PathLink to={`/kpi/cycles/${cycle.id}`}>{localText(cycle.label, locale)}</PathLink>
                    <span className="muted">{periodName(cycle.period, calendar, locale)}</span>
                  </span>
                  <span className="muted">{t("cycles.people", { count: cycle.people })}</span>
                  <Tag color={cycle.state === "archived" || cycle.state === "cancelled" ? "default" : "blue"}>
                    {t(`cycle.state.${cycle.state}`)}
                  </Tag>
                </li>
              ))}
            </ul>
          )
        }
      </Region>
      {plans.length > 0 && (
        <section aria-label={t("cycles.plans")}>
          <h2 className="cycles-head">{t("cycles.plans")}</h2>
          <ul className="cycle-list">
            {plans.map(({ key, label, published, hasDraft }) => (
              <li key={key} className="card cycle-row">
                <PathLink className="cycle-name" to={`/kpi/plans/${key}`}>
                  {label}
                </PathLink>
                {(hasDraft || published === null) && (
                  <Tag>{t(published === null ? "cycles.planDraft" : "cycles.planChanged")}</Tag>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {making === "cycle" && <NewCycleDialog plans={plans} onClose={() => setMaking(null)} />}
      {making === "plan" && <NewPlanDialog taken={plans.map(({ key }) => key)} onClose={() => setMaking(null)} />}
    </>
  );
}
