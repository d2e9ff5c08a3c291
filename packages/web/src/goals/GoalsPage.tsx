import { period as readPeriod } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { useUrlState } from "../kit/use-url-state.ts";
import { usedKpisQuery } from "../kpi/board-query.ts";
import { useMetrics } from "../metrics/use-metrics.ts";
import { membersQuery, unitsQuery } from "../metrics/use-names.ts";
import { usePermissions, useSession } from "../people/session.ts";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { GoalDrawer } from "./GoalDrawer.tsx";
import { GoalTable } from "./GoalTable.tsx";
import { findRow, goalGrid } from "./goal-grid.ts";
import { GoalsState } from "./goals-state.ts";
import { targetsQuery } from "./targets-query.ts";
import { YearPlanButton } from "./YearPlanButton.tsx";
import "./messages.ts";
import "./goals.css";

const YEARS_BACK = 3;

/** 目标分解: a KPI's targets of a year by organisation and period, what is handed down and what is not. */
export function GoalsPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const metrics = useMetrics();
  const { workspace } = useSession();
  const canChange = usePermissions().has("goals.manage");
  const [state, change] = useUrlState(GoalsState);
  const used = useQuery(usedKpisQuery(metrics.kpis, metrics.today));
  const usual = used.data?.kpis[0] ?? (used.isPending ? undefined : metrics.kpis[0]);
  const kpi = metrics.kpis.find(({ key }) => key === state.kpi) ?? usual;
  const thisYear = Number(metrics.today.slice(0, 4));
  const year = state.year ?? thisYear;
  const periods = [
    String(year),
    ...childrenOf(readPeriod(String(year), metrics.calendar), metrics.calendar, state.grain).map(({ key }) => key),
  ];
  const targets = useQuery(targetsQuery(kpi?.key, periods));
  const units = useQuery(unitsQuery);
  const people = useQuery(membersQuery);
  const isRead = units.data && people.data && targets.data;
  const grid = isRead ? goalGrid(units.data.items, people.data, periods, targets.data, workspace.name) : null;
  const row = grid && state.subject ? findRow(grid, state.subject) : undefined;
  const cell = row?.cells[periods.indexOf(state.period ?? "")];
  const place =
    kpi && row && cell && state.period ? { kpi, subject: row.subject, period: state.period, row, cell } : null;

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
  return (
    <>
      <PageHead title={t("goals.title")} actions={canChange && kpi && <YearPlanButton kpi={kpi.key} year={year} />} />
      <div className="goal-controls">
        <Select
          value={kpi?.key ?? null}
          options={metrics.kpis.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          aria-label={t("goals.kpi")}
          onChange={(key: string) => change({ kpi: key, subject: undefined })}
        />
        <Select
          value={year}
          options={yearsUntil(thisYear + 1, year).map((value) => ({ value, label: String(value) }))}
          aria-label={t("goals.year")}
          onChange={(next: number) => change({ year: next, subject: undefined })}
        />
        <Segmented
          value={state.grain}
          options={(["quarter", "month"] as const).map((grain) => ({ value: grain, label: t(`goals.grain.${grain}`) }))}
          onChange={(grain) => change({ grain, subject: undefined })}
        />
        <span className="muted">{t("goals.legend")}</span>
      </div>
      <Region query={targets} rows={8}>
        {() =>
          grid && (
            <GoalTable
              key={grid.children?.length}
              grid={grid}
              periods={periods}
              onOpen={(subject, period) => change({ subject, period })}
            />
          )
        }
      </Region>
      <GoalDrawer place={place} metrics={metrics} onClose={() => change({ subject: undefined, period: undefined })} />
    </>
  );
}

function yearsUntil(last: number, shown: number): number[] {
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => last - index);
  return years.includes(shown) ? years : [...years, shown];
}
