import type { PeriodSpec } from "@dabiao/core/metrics/query.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Table, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { tableFigure } from "../kit/figures.ts";
import { shortPeriodName } from "../metrics/period-name.ts";
import type { MetricInfo } from "../metrics/use-metrics.ts";
import { type CutRow, compare } from "./cut-rows.ts";

interface CutTableProps {
  readonly rows: readonly CutRow[];
  readonly columns: readonly string[];
  readonly metrics: readonly MetricInfo[];
  readonly total: readonly (string | null)[];
  readonly rowTitle: string;
  readonly nameOf: (key: string | null) => string;
  /** The part of the period that a column stands for; `null` is the whole. */
  readonly spanOf: (column: string | null) => PeriodSpec;
  readonly onOpen: (metric: MetricInfo, row: string | null | undefined, period: PeriodSpec) => void;
}

interface TableRow extends CutRow {
  readonly id: string;
  readonly isTotal: boolean;
}

/** A breakdown: rows by person, unit or field, columns by metric, for the whole period and its parts. */
export function CutTable(props: CutTableProps) {
  const { rows, columns, metrics, total, rowTitle, nameOf, spanOf, onOpen } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const data: TableRow[] = rows.map((row) => ({ ...row, id: row.key ?? "", isTotal: false }));
  const whole: TableRow = { id: "#total", key: null, whole: total, parts: new Map(), isTotal: true };
  const name = (row: TableRow) => (row.isTotal ? t("kpi.cut.total") : nameOf(row.key));

  function group(column: string | null): TableColumnsType<TableRow> {
    return metrics.map((metric, index) => {
      const figureOf = (row: TableRow) => (column === null ? row.whole : row.parts.get(column))?.[index] ?? null;
      return {
        title: localText(metric.label, locale),
        key: `${column ?? ""}:${metric.key}`,
        align: "right",
        width: 148,
        sorter: (a: TableRow, b: TableRow, order) =>
          a.isTotal || b.isTotal ? pinned(a, order) : compare(figureOf(a), figureOf(b)),
        render: (_: unknown, row: TableRow) => {
          if (row.isTotal && column !== null) return null;
          const text = tableFigure(figureOf(row), metric.unit);
          return (
            <button
              type="button"
              className="cut-cell"
              aria-label={`${name(row)} ${localText(metric.label, locale)} ${text}`}
              onClick={() => onOpen(metric, row.isTotal ? undefined : row.key, spanOf(column))}
            >
              {text}
            </button>
          );
        },
      };
    });
  }

  const head: TableColumnsType<TableRow> = [
    { title: rowTitle, key: "name", fixed: "left", width: 180, render: (_, row) => name(row) },
  ];
  const figures: TableColumnsType<TableRow> =
    columns.length === 0
      ? group(null)
      : [
          { title: t("kpi.cut.whole"), key: "whole", children: group(null) },
          ...columns.map((key) => ({ title: shortPeriodName(key, locale), key, children: group(key) })),
        ];
  return (
    <Table<TableRow>
      size="small"
      rowKey="id"
      className="cut-table"
      columns={[...head, ...figures]}
      dataSource={[whole, ...data]}
      scroll={{ x: 180 + metrics.length * 148 * (columns.length + 1) }}
      pagination={data.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      rowClassName={({ isTotal }) => (isTotal ? "heat-total" : "")}
    />
  );
}

/** The total stays on top however the rest is sorted. */
function pinned(a: TableRow, order: "ascend" | "descend" | null | undefined): number {
  return (a.isTotal ? -1 : 1) * (order === "descend" ? -1 : 1);
}
