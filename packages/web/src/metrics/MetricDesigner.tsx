import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Tabs, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../build/definition/DependantsTab.tsx";
import { DraftBar } from "../build/definition/DraftBar.tsx";
import { useDraft } from "../build/definition/use-draft.ts";
import { VersionsTab } from "../build/definition/VersionsTab.tsx";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { MeasureForm } from "./MeasureForm.tsx";
import { MetricFacts } from "./MetricFacts.tsx";
import { MetricPreview } from "./MetricPreview.tsx";

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
