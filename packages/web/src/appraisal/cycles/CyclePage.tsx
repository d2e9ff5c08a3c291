import { exportCycle, type getCycle } from "@dabiao/core/appraisal/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { addressOf } from "../../api/address.ts";
import { useLocale } from "../../i18n/locale.ts";
import { PageHead } from "../../kit/PageHead.tsx";
import { PageTabs } from "../../kit/PageTabs.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { periodName } from "../../metrics/period-name.ts";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { usePermissions } from "../../people/session.ts";
import { Region } from "../../shell/RegionState.tsx";
import { cycleQuery } from "../queries.ts";
import { AdjustmentsTab } from "./AdjustmentsTab.tsx";
import { CalibrationTab } from "./CalibrationTab.tsx";
import { CycleSteps } from "./CycleSteps.tsx";
import { ProgressTab } from "./ProgressTab.tsx";
import { ProposalsTab } from "./ProposalsTab.tsx";
import { SheetsTab } from "./SheetsTab.tsx";
import { StepButtons } from "./StepButtons.tsx";
import "../../metrics/library.css";
import "../me/score.css";
import "../rule/rule.css";
import "./cycle-messages.ts";
import "./cycles.css";

export type CycleDetail = z.output<typeof getCycle.response>;

/** One cycle: where everybody is, what stands in the way, scores, calibration and what came after. */
export function CyclePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams({ strict: false });
  const cycle = useQuery(cycleQuery(id));
  return (
    <>
      <p className="library-back">
        <PathLink to="/kpi/cycles">{t("cycles.title")}</PathLink>
      </p>
      <Region query={cycle} rows={8}>
        {(data) => <CycleView cycle={data} />}
      </Region>
    </>
  );
}

function CycleView({ cycle }: { readonly cycle: CycleDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { calendar } = useMetrics();
  const permissions = usePermissions();
  return (
    <>
      <PageHead
        title={localText(cycle.label, locale)}
        beside={
          <span className="muted">
            {`${periodName(cycle.period, calendar, locale)} · ${t("cycles.people", { count: cycle.people })}`}
            {cycle.state === "cancelled" && <Tag className="score-tag">{t("cycle.state.cancelled")}</Tag>}
          </span>
        }
        actions={
          <>
            {permissions.has("export") && (
              <Button href={addressOf(exportCycle, { params: { cycleId: cycle.id }, query: { locale } })}>
                {t("cycle.export")}
              </Button>
            )}
            {cycle.mayManage && <StepButtons cycle={cycle} />}
          </>
        }
      />
      <CycleSteps state={cycle.state} />
      <PageTabs
        label={t("cycle.parts")}
        items={[
          { key: "progress", label: t("cycle.progress"), children: <ProgressTab cycle={cycle} /> },
          { key: "sheets", label: t("cycle.sheets"), children: <SheetsTab cycleId={cycle.id} /> },
          { key: "calibration", label: t("cycle.calibration"), children: <CalibrationTab cycle={cycle} /> },
          { key: "proposals", label: t("cycle.proposals"), children: <ProposalsTab cycleId={cycle.id} /> },
          ...(cycle.frozenAt !== null && cycle.mayManage
            ? [{ key: "adjust", label: t("cycle.adjustments"), children: <AdjustmentsTab cycleId={cycle.id} /> }]
            : []),
        ]}
      />
    </>
  );
}
