import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KpiInfo, Metrics } from "../metrics/use-metrics.ts";
import { usePermissions } from "../people/session.ts";
import { CommitmentsDrawer } from "./commitments/CommitmentsDrawer.tsx";
import { PasteDialog } from "./PasteDialog.tsx";
import { SharedGoalsDrawer } from "./shared/SharedGoalsDrawer.tsx";
import { VersionsDrawer } from "./versions/VersionsDrawer.tsx";
import { YearPlanButton } from "./YearPlanButton.tsx";

interface GoalActionsProps {
  readonly kpi: KpiInfo;
  readonly period: string;
  readonly metrics: Metrics;
  /** Whether the reader may plan at least the top of what is shown. */
  readonly mayPlan: boolean;
  readonly isDraft: boolean;
  onEdit(): void;
  onAsOf(at: string): void;
}

type Shown = "versions" | "commitments" | "shared" | "paste";

/** What can be done with a plan of goals. */
export function GoalActions({ kpi, period, metrics, mayPlan, isDraft, onEdit, onAsOf }: GoalActionsProps) {
  const { t } = useTranslation();
  const canManage = usePermissions().has("goals.manage");
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  const more: Shown[] = ["commitments", "shared", "versions", ...(canManage ? (["paste"] as const) : [])];
  return (
    <>
      <Dropdown
        menu={{
          items: more.map((key) => ({ key, label: t(`goals.more.${key}`) })),
          onClick: ({ key }) => setShown(key as Shown),
        }}
        trigger={["click"]}
      >
        <Button>{t("goals.more.title")}</Button>
      </Dropdown>
      {canManage && <YearPlanButton kpi={kpi.key} period={period} />}
      {mayPlan && !isDraft && (
        <Button type="primary" onClick={onEdit}>
          {t("goals.draft.open")}
        </Button>
      )}
      <CommitmentsDrawer
        kpi={kpi.key}
        period={period}
        metrics={metrics}
        open={shown === "commitments"}
        onClose={close}
      />
      <SharedGoalsDrawer kpi={kpi.key} period={period} metrics={metrics} open={shown === "shared"} onClose={close} />
      <VersionsDrawer
        kpi={kpi.key}
        period={period}
        open={shown === "versions"}
        onClose={close}
        onAsOf={(at) => {
          close();
          onAsOf(at);
        }}
      />
      {shown === "paste" && <PasteDialog kpi={kpi.key} period={period} onClose={close} />}
    </>
  );
}
