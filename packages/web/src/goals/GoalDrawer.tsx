import { Button, Drawer, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { periodName } from "../metrics/period-name.ts";
import type { KpiInfo, Metrics } from "../metrics/use-metrics.ts";
import { useIsPhone } from "../shell/media.ts";
import { CommitTab } from "./commitments/CommitTab.tsx";
import { HistoryTab } from "./HistoryTab.tsx";
import { SetTab } from "./SetTab.tsx";
import type { GoalPlace } from "./tree/goal-node.ts";
import type { GoalWrite } from "./use-goal-write.ts";

interface GoalDrawerProps {
  readonly kpi: KpiInfo;
  readonly place: GoalPlace | null;
  readonly metrics: Metrics;
  readonly write: GoalWrite;
  readonly isDraft: boolean;
  readonly onSplit: (place: GoalPlace) => void;
  readonly onClose: () => void;
}

/** A target: set it, agree on it, see who changed it and why. */
export function GoalDrawer({ kpi, place, metrics, write, isDraft, onSplit, onClose }: GoalDrawerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isPhone = useIsPhone();
  return (
    <Drawer
      open={place !== null}
      onClose={onClose}
      size={isPhone ? "100%" : 480}
      mask={isPhone}
      destroyOnHidden
      extra={
        place?.row.maySplit &&
        place.cell.amount !== null && <Button onClick={() => onSplit(place)}>{t("goals.split")}</Button>
      }
      title={place && `${place.row.name} · ${periodName(place.column.period, metrics.calendar, locale)}`}
    >
      {place && (
        <Tabs
          key={`${place.row.name}${place.column.period}${place.cell.version}`}
          items={[
            ...(place.row.mayPlan
              ? [
                  {
                    key: "set",
                    label: t("goals.tab.set"),
                    children: <SetTab kpi={kpi.key} place={place} write={write} isDraft={isDraft} />,
                  },
                ]
              : []),
            ...(place.row.subject.kind === "company" || place.row.slice !== null
              ? []
              : [
                  {
                    key: "commit",
                    label: t("goals.tab.commit"),
                    children: <CommitTab kpi={kpi.key} place={place} />,
                  },
                ]),
            { key: "history", label: t("goals.tab.history"), children: <HistoryTab kpi={kpi.key} place={place} /> },
          ]}
        />
      )}
    </Drawer>
  );
}
