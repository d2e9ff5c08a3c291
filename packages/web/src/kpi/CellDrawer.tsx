import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Drawer, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { useIsPhone } from "../shell/media.ts";
import { type BoardState, type ChangeBoard, DrawerTab } from "./board-state.ts";
import { subjectOfCell } from "./cell-query.ts";
import { PaceTab } from "./PaceTab.tsx";
import { RecordsTab } from "./RecordsTab.tsx";
import { RuleTab } from "./RuleTab.tsx";
import { TrendTab } from "./TrendTab.tsx";
import { useCellName } from "./use-cell-name.ts";
import { WhyTab } from "./WhyTab.tsx";

interface CellDrawerProps {
  readonly state: BoardState;
  readonly metrics: Metrics;
  readonly change: ChangeBoard;
}

/** Number, reason, records: beside the board, so that the board stays in sight. */
export function CellDrawer({ state: { cell, tab }, metrics, change }: CellDrawerProps) {
  const isPhone = useIsPhone();
  return (
    <Drawer
      open={cell !== undefined}
      onClose={() => change({ cell: undefined, tab: undefined })}
      size={isPhone ? "100%" : 560}
      mask={isPhone}
      destroyOnHidden
      title={cell && <CellTitle cell={cell} metrics={metrics} />}
    >
      {cell && <CellTabs key={JSON.stringify(cell)} cell={cell} tab={tab} metrics={metrics} change={change} />}
    </Drawer>
  );
}

function CellTitle({ cell, metrics }: { readonly cell: MetricCell; readonly metrics: Metrics }) {
  const locale = useLocale();
  const where = useCellName(cell, metrics);
  const metric = metrics.metric(cell.metric);
  return (
    <>
      {metric ? localText(metric.label, locale) : cell.metric}
      <span className="muted cell-where">{where}</span>
    </>
  );
}

interface CellTabsProps {
  readonly cell: MetricCell;
  readonly tab: DrawerTab;
  readonly metrics: Metrics;
  readonly change: ChangeBoard;
}

function CellTabs({ cell, tab, metrics, change }: CellTabsProps) {
  const { t } = useTranslation();
  const kpi = metrics.kpis.find(({ metric }) => metric.key === cell.metric);
  const subject = subjectOfCell(cell);
  const hasPace = kpi !== undefined && subject !== null && typeof cell.period === "string";
  const bodies: Readonly<Record<DrawerTab, React.ReactNode>> = {
    pace: hasPace && <PaceTab kpi={kpi} period={String(cell.period)} subject={subject} />,
    why: <WhyTab cell={cell} metrics={metrics} />,
    trend: <TrendTab cell={cell} metrics={metrics} />,
    records: <RecordsTab cell={cell} metrics={metrics} />,
    rule: <RuleTab cell={cell} metrics={metrics} />,
  };
  return (
    <Tabs
      activeKey={tab}
      destroyOnHidden
      items={DrawerTab.options
        .filter((key) => key !== "pace" || hasPace)
        .map((key) => ({ key, label: t(`kpi.tab.${key}`), children: bodies[key] }))}
      onChange={(key) => change({ tab: DrawerTab.parse(key) }, { replace: true })}
    />
  );
}
