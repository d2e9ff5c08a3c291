import { periodOf } from "@dabiao/core/calendar/period.ts";
import { isWorkday } from "@dabiao/core/calendar/workdays.ts";
import type { Board } from "@dabiao/core/goals/board.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { boardQuery, usedKpisQuery } from "../kpi/board-query.ts";
import { type Metrics, useMetrics } from "../metrics/use-metrics.ts";
import { usePermissions, useSession } from "../people/session.ts";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { MyTargets } from "./MyTargets.tsx";
import { TeamStrip } from "./TeamStrip.tsx";
import { TodoList } from "./TodoList.tsx";
import "./messages.ts";
import "./home.css";

const SHOWN = 4;

/** 我的一天: what to do first, and where one stands this month. */
export function HomePage() {
  const { t } = useTranslation();
  const go = useGo();
  const { member } = useSession();
  const mayImport = usePermissions().has("import");
  const metrics = useMetrics();
  const month = periodOf(metrics.today, "month", metrics.calendar).key;
  const used = useQuery(usedKpisQuery(metrics.kpis, metrics.today));
  const kpis = (used.data && used.data.kpis.length > 0 ? used.data.kpis : metrics.kpis).slice(0, SHOWN);
  const board = useQuery({ ...boardQuery(kpis, month, undefined), enabled: !used.isPending && kpis.length > 0 });
  if (metrics.objects.length === 0) {
    return (
      <>
        <PageHead title={t("home.title")} />
        <Empty description={t("home.empty")}>
          <Button type="primary" onClick={() => go("/start")}>
            {t("home.start")}
          </Button>
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("home.title")} beside={<DayLine board={board.data} metrics={metrics} />} />
      {mayImport && used.data?.lastMonth === null && (
        <Alert
          type="info"
          className="home-note"
          title={t("home.noRecords")}
          action={
            <Button size="small" type="primary" onClick={() => go("/start")}>
              {t("home.start")}
            </Button>
          }
        />
      )}
      <div className="home">
        <div className="home-side">
          {kpis.length > 0 && (
            <Region query={board} rows={6}>
              {(data) => <MyTargets board={data} kpis={kpis} memberId={member.id} />}
            </Region>
          )}
        </div>
        <div className="home-main">
          {board.data && <TeamStrip board={board.data} kpis={kpis} memberId={member.id} />}
          <TodoList metrics={metrics} />
        </div>
      </div>
    </>
  );
}

/** 3月9日 周一 · 本月第 6/22 个工作日. */
function DayLine({ board, metrics }: { readonly board: Board | undefined; readonly metrics: Metrics }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = new Intl.DateTimeFormat(locale, {
    month: "long",
    day: "numeric",
    weekday: "short",
    timeZone: "UTC",
  }).format(new Date(`${metrics.today}T00:00:00Z`));
  const count = board && { day: board.time.elapsed + 1, total: board.time.total };
  const work = isWorkday(metrics.today, metrics.calendar)
    ? count && t("home.workday", count)
    : board && t("home.dayOff", { left: board.time.remaining });
  return <span className="muted">{work ? t("home.dayLine", { day, work }) : day}</span>;
}
