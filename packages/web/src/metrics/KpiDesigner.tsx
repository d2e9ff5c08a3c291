import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Tabs, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../build/definition/DependantsTab.tsx";
import { DraftBar } from "../build/definition/DraftBar.tsx";
import { definitionQuery } from "../build/definition/definition-query.ts";
import { type Draft, useDraft } from "../build/definition/use-draft.ts";
import { VersionsTab } from "../build/definition/VersionsTab.tsx";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { focusField } from "./focus-field.ts";
import { KpiForm } from "./KpiForm.tsx";
import { LintPanel } from "./LintPanel.tsx";
import { MetricPreview } from "./MetricPreview.tsx";
import { useKpiLint } from "./use-lint.ts";

/** A KPI beside what its check says and what it gives for three people, as one types. */
export function KpiDesigner({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const draft = useDraft(kpiKind, detail);
  const design = (
    <div className="designer">
      <KpiForm draft={draft} />
      <div className="designer-side">
        <Checked draft={draft} />
        <Preview metric={draft.body.metric} />
      </div>
    </div>
  );
  return (
    <>
      <PageHead
        title={localText(draft.body.label, locale)}
        beside={
          <>
            <code className="muted">{detail.key}</code>
            <Tag color="blue">{t("library.isKpi")}</Tag>
          </>
        }
        actions={<DraftBar draft={draft} />}
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

function Checked({ draft: { key, body } }: { readonly draft: Draft<KpiBody> }) {
  const { t } = useTranslation();
  const lint = useKpiLint(key, body);
  return (
    <aside className="card designer-panel">
      {lint.data ? (
        <>
          {lint.data.targets > 0 && <p className="muted">{t("lint.frozen", { count: lint.data.targets })}</p>}
          <LintPanel findings={lint.data.findings} score={lint.data.score} onMend={({ path }) => focusField(path)} />
        </>
      ) : (
        <Alert type="info" title={t("lint.waiting")} />
      )}
    </aside>
  );
}

/** What the KPI's metric gives, as it is kept: its draft if there is one. */
function Preview({ metric }: { readonly metric: string }) {
  const { data } = useQuery(definitionQuery("metric", metric));
  const body = metricKind.schema.safeParse(data?.draft ?? data?.body);
  return body.success ? <MetricPreview metric={metric} body={body.data} /> : null;
}
