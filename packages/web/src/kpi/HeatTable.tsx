import type { Board, BoardRow } from "@dabiao/core/goals/board.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Table, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { type BoardNode, boardTree } from "./board-rows.ts";
import { HeatCell } from "./HeatCell.tsx";

/** Six KPIs fit a screen of 1440 px beside the rail. */
const NAME_WIDTH = 176;
const KPI_WIDTH = 160;

interface HeatTableProps {
  readonly board: Board;
  readonly kpis: readonly KpiInfo[];
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onOpen: (kpi: KpiInfo, row: BoardRow) => void;
  /** Whether a unit has people whose rows are yet to come; they come when it is opened. */
  readonly isMissing: (unit: string, people: number) => boolean;
  readonly onOpenUnit: (unit: string) => void;
}

interface TreeRow {
  readonly key: string;
  readonly row: BoardRow;
  readonly children?: TreeRow[];
}

/** Organisation by KPI, the farthest behind on top; units open into teams and people. */
export function HeatTable({ board, kpis, sort, onSort, onOpen, isMissing, onOpenUnit }: HeatTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const waits = ({ kind, id, people }: BoardRow) => kind === "unit" && isMissing(id ?? "", people);
  const rows = treeRows(boardTree(board, sort), waits);
  const whole: TreeRow = { key: "total", row: board.total };
  const columns: TableColumnsType<TreeRow> = [
    { title: t("kpi.who"), key: "name", fixed: "left", width: NAME_WIDTH, render: (_, { row }) => row.name },
    ...board.kpis.flatMap((key, index) => {
      const kpi = kpis.find((each) => each.key === key);
      if (!kpi) return [];
      return {
        title: localText(kpi.label, locale),
        sorter: true,
        sortOrder: sort === key ? ("ascend" as const) : null,
        sortDirections: ["ascend" as const],
        key,
        align: "right" as const,
        className: "heat-column",
        width: KPI_WIDTH,
        render: (_: unknown, { row }: TreeRow) => {
          const cell = row.cells[index];
          return cell && <HeatCell cell={cell} kpi={kpi} name={row.name} onOpen={() => onOpen(kpi, row)} />;
        },
      };
    }),
  ];
  const open = rows.length <= 3 ? rows.map(({ key }) => key) : [];
  return (
    <Table<TreeRow>
      className="heat-table"
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={[whole, ...rows]}
      pagination={false}
      scroll={{ x: NAME_WIDTH + kpis.length * KPI_WIDTH }}
      expandable={{
        defaultExpandedRowKeys: open,
        rowExpandable: ({ row, children }) =>
          children !== undefined || (row.kind === "unit" && isMissing(row.id ?? "", row.people)),
        onExpand: (isOpen, { row }) => {
          if (isOpen && row.id !== null && isMissing(row.id, row.people)) onOpenUnit(row.id);
        },
      }}
      showSorterTooltip={false}
      onChange={(_page, _filters, sorter) => {
        const chosen = Array.isArray(sorter) ? sorter[0] : sorter;
        onSort(chosen?.order ? String(chosen.columnKey) : "gap");
      }}
      rowClassName={({ key }) => (key === "total" ? "heat-total" : "")}
    />
  );
}

/** A unit whose people are yet to come can be opened though it has nobody below it. */
function treeRows(nodes: readonly BoardNode[], waits: (row: BoardRow) => boolean): TreeRow[] {
  return nodes.map(({ row, children }) => ({
    key: `${row.kind}:${row.id}`,
    row,
    ...(children.length > 0 || waits(row) ? { children: treeRows(children, waits) } : {}),
  }));
}
