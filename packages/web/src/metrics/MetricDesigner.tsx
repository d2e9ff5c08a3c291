import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { type LocalText, localText } from "@dabiao/core/platform/text.ts";
import { Button, Tabs, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../build/definition/DependantsTab.tsx";
import { DraftBar } from "../build/definition/DraftBar.tsx";
import { useDraft } from "../build/definition/use-draft.ts";
import { VersionsTab } from "../build/definition/VersionsTab.tsx";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PathLink } from "../kit/PathLink.tsx";
import { MeasureForm } from "./MeasureForm.tsx";
import { MetricFacts } from "./MetricFacts.tsx";
import { MetricPreview } from "./MetricPreview.tsx";
import { NewMetricDialog } from "./NewMetricDialog.tsx";
import { useMetrics } from "./use-metrics.ts";

/** A metric's definition beside what it would give for three people, before anybody else sees it. */
export function MetricDesigner({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const draft = useDraft(metricKind, detail);
  const design = (
    <div className="designer">
      <div className="designer-form">
        <MetricFacts draft={draft} />
        <MeasureForm draft={draft} />
      </div>
      <MetricPreview metric={detail.key} body={draft.body} />
    </div>
  );
  return (
    <>
      <PageHead
        title={localText(draft.body.label, locale)}
        beside={
          <>
            <code className="muted">{detail.key}</code>
            <Tag>{t(`library.kind.${draft.body.measure.kind}`)}</Tag>
          </>
        }
        actions={
          <>
            {detail.published !== null && <OfMetric metric={detail.key} label={draft.body.label} />}
            <DraftBar draft={draft} />
          </>
        }
      />
      <Tabs
        items={[
          { key: "design", label: t("designer.design"), children: design },
          { key: "usage", label: t("designer.usage"), children: <DependantsTab detail={detail} back="/kpi/lib" /> },
          { key: "versions", label: t("designer.versions"), children: <VersionsTab detail={detail} /> },
        ]}
      />
    </>
  );
}

/** The KPIs that stand on a metric, or the way to make it one. */
function OfMetric({ metric, label }: { readonly metric: string; readonly label: LocalText }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const metrics = useMetrics();
  const [making, setMaking] = useState(false);
  const standing = metrics.kpis.filter((kpi) => kpi.metric.key === metric);
  if (standing.length > 0)
    return standing.map((kpi) => (
      <PathLink key={kpi.key} to={`/kpi/lib/${kpi.key}?kind=kpi`}>
        <Tag color="blue">{t("library.kpi", { kpi: localText(kpi.label, locale) })}</Tag>
      </PathLink>
    ));
  return (
    <>
      <Button onClick={() => setMaking(true)}>{t("designer.makeKpi")}</Button>
      {making && (
        <NewMetricDialog kind="kpi" metrics={metrics} of={{ key: metric, label }} onClose={() => setMaking(false)} />
      )}
    </>
  );
}
