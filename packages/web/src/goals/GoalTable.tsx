import { LockOutlined } from "@ant-design/icons";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { formatTable, formatTile } from "@dabiao/core/numbers/format-number.ts";
import { Table, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { shortPeriodName } from "../metrics/period-name.ts";
import type { GoalCell, GoalRow } from "./goal-grid.ts";

interface GoalTableProps {
  readonly grid: GoalRow;
  readonly periods: readonly string[];
  readonly onOpen: (subject: Subject, period: string) => void;
}

const NAME_WIDTH = 180;
const CELL_WIDTH = 124;

/** Organisation by period; every figure opens its place. */
export function GoalTable({ grid, periods, onOpen }: GoalTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: TableColumnsType<GoalRow> = [
    { title: t("goals.who"), key: "name", dataIndex: "name", fixed: "left", width: NAME_WIDTH },
    ...periods.map((period, index) => ({
      title: index === 0 ? t("goals.wholeYear") : shortPeriodName(period, locale),
      key: period,
      width: CELL_WIDTH,
      align: "right" as const,
      className: "goal-column",
      render: (_: unknown, row: GoalRow) => {
        const cell = row.cells[index];
        const label = `${row.name} ${index === 0 ? t("goals.wholeYear") : shortPeriodName(period, locale)}`;
        return cell && <CellButton cell={cell} label={label} onOpen={() => onOpen(row.subject, period)} />;
      },
    })),
  ];
  const open = [
    grid.key,
    ...(grid.children ?? []).filter(() => (grid.children ?? []).length <= 3).map(({ key }) => key),
  ];
  return (
    <Table<GoalRow>
      size="small"
      rowKey="key"
      className="goal-table"
      columns={columns}
      dataSource={[grid]}
      pagination={false}
      scroll={{ x: NAME_WIDTH + periods.length * CELL_WIDTH }}
      expandable={{ defaultExpandedRowKeys: open }}
    />
  );
}

interface CellButtonProps {
  readonly cell: GoalCell;
  readonly label: string;
  readonly onOpen: () => void;
}

function CellButton({ cell: { own, value, rest, target }, label, onOpen }: CellButtonProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const differs = rest !== null && !rest.isZero();
  const restText = rest && `${rest.isNegative() ? "" : "+"}${formatTile(rest, locale)}`;
  return (
    <button
      type="button"
      className="goal-cell"
      data-own={own !== null}
      title={value ? formatTable(value, { decimals: Math.min(2, value.decimalPlaces()) }) : t("goals.unset")}
      onClick={onOpen}
    >
      <span className="visually-hidden">{`${label} `}</span>
      <span>
        {target?.locked && <LockOutlined aria-label={t("goals.locked")} />}{" "}
        {value ? formatTile(value, locale) : t("goals.dash")}
      </span>
      {differs && (
        <span className="goal-rest" data-over={rest.isNegative()}>
          {t(rest.isNegative() ? "goals.over" : "goals.rest", { rest: restText })}
        </span>
      )}
    </button>
  );
}
