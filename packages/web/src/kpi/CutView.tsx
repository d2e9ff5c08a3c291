import { earlier, later } from "@dabiao/core/calendar/day.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import type { PeriodSpec } from "@dabiao/core/metrics/query.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { csvLine } from "@dabiao/core/records/csv-cell.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { readPeriod, shortPeriodName } from "../metrics/period-name.ts";
import type { MetricInfo, Metrics } from "../metrics/use-metrics.ts";
import { unitsQuery } from "../metrics/use-names.ts";
import { Region } from "../shell/RegionState.tsx";
import { download } from "./board-csv.ts";
import type { BoardState, ChangeBoard } from "./board-state.ts";
import { CutControls } from "./CutControls.tsx";
import { CutTable } from "./CutTable.tsx";
import { columnChoices, pathOf, rowChoices } from "./cut-choices.ts";
import { cutQuery } from "./cut-query.ts";
import { type CutRow, cutRows } from "./cut-rows.ts";
import { useKeyNames } from "./use-key-names.ts";

interface CutViewProps {
  readonly state: BoardState;
  readonly period: string;
  readonly metrics: Metrics;
  readonly usual: readonly string[];
  readonly change: ChangeBoard;
}

/** Any metrics cut by people, units or fields, and by shorter periods. */
export function CutView({ state, period, metrics, usual, change }: CutViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = (state.metrics ?? usual).flatMap((key) => metrics.metric(key) ?? []);
  const units = useQuery(unitsQuery).data?.items ?? [];
  const choices = rowChoices(shown, units, t, locale);
  const choice = choices.find(({ value }) => value === state.rows) ?? choices[0];
  const span = readPeriod(period, metrics.calendar);
  const grains = columnChoices(span);
  const columns = state.columns && grains.includes(state.columns) ? state.columns : undefined;
  const dimension = choice?.dimension ?? { kind: "member" as const };
  const cut = useQuery(cutQuery({ metrics: shown, dimension, columns, period, unit: state.unit }));
  const path = choice && pathOf(choice);
  const nameOf = useKeyNames(shown[0]?.objects[0], path, cut.data?.whole.rows.map(({ key }) => key[0] ?? null) ?? []);
  const rowName = (key: string | null) => (key === null && dimension.kind === "member" ? t("kpi.nobody") : nameOf(key));
  const levelUnits = new Set(units.filter(({ level }) => level === choice?.level).map(({ id }) => id));
  const keep = (key: string | null) => choice?.level === undefined || (key !== null && levelUnits.has(key));

  function spanOf(column: string | null): PeriodSpec {
    return column === null ? period : within(column, period, metrics);
  }

  function open(metric: MetricInfo, row: string | null | undefined, when: PeriodSpec) {
    const base: MetricCell = { metric: metric.key, period: when, fields: [] };
    const unit = state.unit ? { unit: state.unit } : {};
    change({ cell: { ...base, ...unit, ...cutOf(row, dimension.kind, path) }, tab: undefined });
  }

  function save(rows: readonly CutRow[], parts: readonly string[]) {
    const labels = shown.map(({ label }) => localText(label, locale));
    const head = [
      choice?.label ?? "",
      ...labels,
      ...parts.flatMap((part) => labels.map((label) => `${shortPeriodName(part, locale)} ${label}`)),
    ];
    const lines = rows.map(({ key, whole, parts: byPart }) => [
      rowName(key),
      ...whole.map((value) => value ?? ""),
      ...parts.flatMap((part) => shown.map((_, index) => byPart.get(part)?.[index] ?? "")),
    ]);
    download(`${choice?.label}-${period}.csv`, [head, ...lines].map(csvLine).join(""));
  }

  return (
    <>
      <CutControls
        state={state}
        shown={shown.map(({ key }) => key)}
        rows={choices}
        columns={grains as Grain[]}
        metrics={metrics}
        change={change}
      />
      <Region query={cut} rows={8}>
        {(answer) => {
          const table = cutRows(answer, keep);
          return (
            <>
              {table.truncated && <Alert type="info" title={t("kpi.cut.truncated")} />}
              <CutTable
                rows={table.rows}
                columns={table.columns}
                metrics={shown.filter(({ key }) => answer.whole.metrics.includes(key))}
                total={answer.whole.total}
                rowTitle={choice?.label ?? ""}
                nameOf={rowName}
                spanOf={spanOf}
                onOpen={open}
              />
              <p className="muted board-foot">
                {answer.whole.partial ? t("kpi.partial") : ""}
                <Button size="small" onClick={() => save(table.rows, table.columns)}>
                  {t("kpi.export")}
                </Button>
              </p>
            </>
          );
        }}
      </Region>
    </>
  );
}

/** The row's part of a cell; none for the total. */
function cutOf(row: string | null | undefined, kind: string, path: readonly string[] | undefined): Partial<MetricCell> {
  if (row === undefined) return {};
  if (kind === "member") return { member: row };
  if (kind === "unit") return row === null ? {} : { unit: row };
  return path ? { fields: [{ path: [...path], value: row }] } : {};
}

/** A part's days inside the period: a week at a month's edge counts only with the days it has in it. */
function within(part: string, period: string, { calendar }: Metrics): PeriodSpec {
  const inner = readPeriod(part, calendar);
  const outer = readPeriod(period, calendar);
  if (!inner || !outer || (inner.start >= outer.start && inner.end <= outer.end)) return part;
  return { from: later(inner.start, outer.start), to: earlier(inner.end, outer.end) };
}
