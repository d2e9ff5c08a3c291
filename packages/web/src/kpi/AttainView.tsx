import type { Board, BoardRow } from "@dabiao/core/goals/board.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { KpiInfo, Metrics } from "../metrics/use-metrics.ts";
import { usePermissions, useSession } from "../people/session.ts";
import { useIsPhone } from "../shell/media.ts";
import { useGo } from "../shell/use-go.ts";
import { boardCsv, download } from "./board-csv.ts";
import { boardQuery } from "./board-query.ts";
import type { BoardState, ChangeBoard } from "./board-state.ts";
import { outlookQuery } from "./cell-query.ts";
import { placeOf } from "./cell-text.ts";
import { HeatCards } from "./HeatCards.tsx";
import { HeatTable } from "./HeatTable.tsx";
import { KpiTile } from "./KpiTile.tsx";
import { useBoardPeople } from "./use-board-people.ts";

interface AttainViewProps {
  readonly board: Board;
  readonly kpis: readonly KpiInfo[];
  readonly state: BoardState;
  readonly metrics: Metrics;
  readonly change: ChangeBoard;
}

/** Tiles of the whole, then organisation by KPI. */
export function AttainView({ board, kpis, state, metrics, change }: AttainViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const client = useQueryClient();
  const isPhone = useIsPhone();
  const { workspace } = useSession();
  const canSetTargets = usePermissions().has("goals.manage");
  const shown = board.kpis.flatMap((key) => metrics.kpis.find((kpi) => kpi.key === key) ?? []);
  const hasTargets = [board.total, ...board.units, ...board.people].some(({ cells }) =>
    cells.some(({ target }) => target !== null),
  );
  const sorts = [
    { value: "gap", label: t("kpi.sort.gap") },
    { value: "name", label: t("kpi.sort.name") },
    ...shown.map(({ key, label }) => ({ value: key, label: localText(label, locale) })),
  ];
  const open = (kpi: KpiInfo, row: BoardRow) =>
    change({ cell: placeOf(kpi.metric.key, board.period, topOf(row, state.unit)), tab: undefined });
  const { board: peopled, isMissing, open: openUnit } = useBoardPeople(board, kpis);
  const whole = { ...peopled, total: { ...board.total, name: board.total.name || workspace.name } };
  const body = { board: whole, kpis, sort: state.sort, onOpen: open, isMissing, onOpenUnit: openUnit };
  const subject =
    board.total.id === null ? { kind: "company" as const } : { kind: "unit" as const, id: board.total.id };
  const saving = useMutation({
    mutationFn: async () => {
      const all =
        board.people.length < board.headcount
          ? { ...(await client.fetchQuery(boardQuery(kpis, board.period, state.unit, "all"))), total: whole.total }
          : whole;
      download(`KPI-${board.period}.csv`, boardCsv(all, kpis, state.sort, locale, t));
    },
  });
  const outlooks = useQueries({
    queries: shown.map((kpi) => ({
      ...outlookQuery({ kpi: kpi.key, period: board.period, subject }, kpi.metric.objects),
      staleTime: 60_000,
    })),
  });
  return (
    <>
      {!hasTargets && (
        <Alert
          type="info"
          className="board-note"
          title={t("kpi.noTargets")}
          action={
            canSetTargets && (
              <Button size="small" type="primary" onClick={() => go(`/goals?year=${board.period.slice(0, 4)}`)}>
                {t("kpi.setTargets")}
              </Button>
            )
          }
        />
      )}
      <div className="kpi-tiles">
        {shown.map((kpi, index) => {
          const cell = board.total.cells[index];
          const { low = null, high = null } = outlooks[index]?.data ?? {};
          const range = low === null || high === null ? null : { low, high };
          return (
            cell && <KpiTile key={kpi.key} kpi={kpi} cell={cell} range={range} onOpen={() => open(kpi, board.total)} />
          );
        })}
      </div>
      <div className="board-controls">
        <Select
          value={state.sort}
          prefix={t("kpi.sort")}
          options={sorts}
          popupMatchSelectWidth={false}
          aria-label={t("kpi.sort")}
          onChange={(sort: string) => change({ sort }, { replace: true })}
        />
        <span className="grow" />
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {t("kpi.export")}
        </Button>
      </div>
      {isPhone ? (
        <HeatCards {...body} />
      ) : (
        <HeatTable {...body} onSort={(sort) => change({ sort }, { replace: true })} />
      )}
    </>
  );
}

/** The whole of a chosen unit is that unit's; a row without an id is everything the reader may see. */
function topOf(row: BoardRow, unit: string | undefined) {
  return row.kind === "company" && row.id === null && unit ? { kind: "unit" as const, id: unit } : row;
}
