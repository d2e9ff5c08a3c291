import { periodOf } from "@dabiao/core/calendar/period.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { formatMoment, fullStamp } from "../fields/format-day.ts";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { useUrlState } from "../kit/use-url-state.ts";
import { PeriodPicker } from "../metrics/PeriodPicker.tsx";
import { periodName } from "../metrics/period-name.ts";
import { useMetrics } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { AttainView } from "./AttainView.tsx";
import { boardQuery, usedKpisQuery } from "./board-query.ts";
import { BoardState } from "./board-state.ts";
import { CellDrawer } from "./CellDrawer.tsx";
import { CutView } from "./CutView.tsx";
import { QuietNote } from "./QuietNote.tsx";
import { UnitSelect } from "./UnitSelect.tsx";
import "./messages.ts";
import "./kpi.css";

const KPIS_MAX = 6;

/** 达成看板: where the company, its units and its people stand, and the way from any figure to its records. */
export function KpiBoardPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const metrics = useMetrics();
  const [state, change] = useUrlState(BoardState);
  const used = useQuery(usedKpisQuery(metrics.kpis, metrics.today));
  const period = state.period ?? periodOf(metrics.today, "month", metrics.calendar).key;
  const usual = used.data && used.data.kpis.length > 0 ? used.data.kpis : metrics.kpis.slice(0, 4);
  const kpis = state.kpis ? state.kpis.flatMap((key) => metrics.kpis.find((kpi) => kpi.key === key) ?? []) : usual;
  const isReady = state.kpis !== undefined || !used.isPending;
  const board = useQuery({ ...boardQuery(kpis, period, state.unit), enabled: isReady && kpis.length > 0 });

  if (metrics.kpis.length === 0) {
    return (
      <>
        <PageHead title={t("kpi.title")} />
        <Empty description={t("kpi.none")}>
          <Button type="primary" onClick={() => go("/start")}>
            {t("kpi.none.act")}
          </Button>
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t("kpi.title")}
        beside={
          board.data && (
            <span className="muted" title={fullStamp(board.data.asOf, locale)}>
              {t("kpi.at", {
                at: formatMoment(board.data.asOf, locale),
                elapsed: board.data.time.elapsed,
                total: board.data.time.total,
              })}
              {board.data.time.provisional && ` · ${t("kpi.provisional.short")}`}
            </span>
          )
        }
        actions={
          <Segmented
            value={state.view}
            options={(["kpi", "cut"] as const).map((view) => ({ value: view, label: t(`kpi.view.${view}`) }))}
            onChange={(view) => change({ view, cell: undefined })}
          />
        }
      />
      <div className="board-controls">
        <PeriodPicker
          value={period}
          calendar={metrics.calendar}
          today={metrics.today}
          onChange={(next) => change({ period: next, cell: undefined })}
        />
        <UnitSelect value={state.unit} onChange={(unit) => change({ unit, cell: undefined })} />
        {state.view === "kpi" && (
          <Select
            mode="multiple"
            maxCount={KPIS_MAX}
            maxTagCount="responsive"
            className="board-metrics"
            value={kpis.map(({ key }) => key)}
            options={metrics.kpis.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("kpi.kpis")}
            onChange={(keys: string[]) => change({ kpis: keys.length > 0 ? keys : undefined })}
          />
        )}
      </div>
      {used.data && (
        <QuietNote
          board={board.data}
          period={periodName(period, metrics.calendar, locale)}
          lastMonth={used.data.lastMonth}
          calendar={metrics.calendar}
          onShow={(month) => change({ period: month })}
        />
      )}
      {state.view === "kpi" ? (
        <Region query={board} rows={10}>
          {(data) => <AttainView board={data} kpis={kpis} state={state} metrics={metrics} change={change} />}
        </Region>
      ) : (
        <CutView state={state} period={period} metrics={metrics} usual={usualCut(metrics.metric)} change={change} />
      )}
      <CellDrawer state={state} metrics={metrics} change={change} />
    </>
  );
}

const USUAL_CUT = ["won_amount", "won_count", "lost_count", "win_rate", "won_days"];

/** What a breakdown starts with: how much was won, how often, and how fast; without such metrics, the first one. */
function usualCut(metric: (key: string) => unknown): readonly string[] {
  return USUAL_CUT.filter((key) => metric(key) !== undefined);
}
