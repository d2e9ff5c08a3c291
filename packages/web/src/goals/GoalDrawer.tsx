import type { Subject } from "@dabiao/core/goals/target.ts";
import { Drawer, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { periodName } from "../metrics/period-name.ts";
import type { KpiInfo, Metrics } from "../metrics/use-metrics.ts";
import { usePermissions } from "../people/session.ts";
import { useIsPhone } from "../shell/media.ts";
import type { GoalCell, GoalRow } from "./goal-grid.ts";
import { HistoryTab } from "./HistoryTab.tsx";
import { SetTab } from "./SetTab.tsx";
import { SplitTab } from "./SplitTab.tsx";

/** One place of the grid, with what its forms need to know. */
export interface GoalPlace {
  readonly kpi: KpiInfo;
  readonly subject: Subject;
  readonly period: string;
  readonly row: GoalRow;
  readonly cell: GoalCell;
}

interface GoalDrawerProps {
  readonly place: GoalPlace | null;
  readonly metrics: Metrics;
  readonly onClose: () => void;
}

/** A target: set it, hand it down, see who changed it and why. */
export function GoalDrawer({ place, metrics, onClose }: GoalDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  const canChange = usePermissions().has("goals.manage");
  return (
    <Drawer
      open={place !== null}
      onClose={onClose}
      size={isPhone ? "100%" : 480}
      mask={isPhone}
      destroyOnHidden
      title={place && `${place.row.name} · ${periodName(place.period, metrics.calendar, locale)}`}
    >
      {place && (
        <Tabs
          key={`${place.row.key}${place.period}${place.cell.target?.version}`}
          items={[
            ...(canChange
              ? [
                  { key: "set", label: t("goals.tab.set"), children: <SetTab place={place} /> },
                  { key: "split", label: t("goals.tab.split"), children: <SplitTab place={place} metrics={metrics} /> },
                ]
              : []),
            { key: "history", label: t("goals.tab.history"), children: <HistoryTab place={place} /> },
          ]}
        />
      )}
    </Drawer>
  );
}
