import { Grain } from "@dabiao/core/calendar/grain.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { KpiBody } from "@dabiao/core/metrics/metric.ts";
import type { DefinitionDetail } from "@dabiao/core/model/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Input, InputNumber, Segmented, Select, Tabs, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { DependantsTab } from "../build/definition/DependantsTab.tsx";
import { DraftBar } from "../build/definition/DraftBar.tsx";
import { LabelInputs } from "../build/definition/LabelInputs.tsx";
import { type Draft, useDraft } from "../build/definition/use-draft.ts";
import { VersionsTab } from "../build/definition/VersionsTab.tsx";
import { useLocale } from "../i18n/locale.ts";
import { PageHead } from "../kit/PageHead.tsx";
import { PathLink } from "../kit/PathLink.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import { DesignField } from "./DesignField.tsx";
import { useMetrics } from "./use-metrics.ts";

/** A KPI: which metric somebody answers for, how its marks are reached, and how small a target may be. */
export function KpiDesigner({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const draft = useDraft(kpiKind, detail);
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
          { key: "design", label: t("designer.design"), children: <KpiForm draft={draft} /> },
          { key: "usage", label: t("designer.usage"), children: <DependantsTab detail={detail} back="/kpi/lib" /> },
          { key: "versions", label: t("designer.versions"), children: <VersionsTab detail={detail} /> },
        ]}
      />
    </>
  );
}

function KpiForm({ draft: { body, issues, change } }: { readonly draft: Draft<KpiBody> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { metrics } = useMetrics();
  return (
    <div className="designer-form">
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <DesignField label={t("library.ofMetric")} path={["metric"]} issues={issues}>
        <Select
          value={body.metric}
          options={metrics.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("library.ofMetric")}
          onChange={(metric) => change({ ...body, metric })}
        />
        <PathLink to={`/kpi/lib/${body.metric}`}>{t("metric.versions.see")}</PathLink>
      </DesignField>
      <DesignField label={t("designer.type")}>
        <Segmented
          value={body.type}
          options={KpiBody.shape.type.options.map((type) => ({ value: type, label: t(`designer.type.${type}`) }))}
          onChange={(type) => change({ ...body, type })}
        />
      </DesignField>
      <div className="design-row">
        <DesignField label={t("period.grain")}>
          <Select
            value={body.grain}
            options={Grain.options.map((grain) => ({ value: grain, label: t(`period.${grain}`) }))}
            aria-label={t("period.grain")}
            onChange={(grain) => change({ ...body, grain })}
          />
        </DesignField>
        <DesignField label={t("designer.step")} path={["step"]} issues={issues} hint={t("designer.step.hint")}>
          <Input
            value={body.step}
            inputMode="decimal"
            aria-label={t("designer.step")}
            onChange={({ target }) => change({ ...body, step: target.value })}
          />
        </DesignField>
      </div>
      <DesignField
        label={t("designer.thresholds")}
        path={["thresholds"]}
        issues={issues}
        hint={t("designer.thresholds.hint")}
      >
        <div className="design-row">
          {(["ahead", "ok", "watch"] as const).map((mark) => (
            <span key={mark} className="design-mark">
              <StatusMark status={mark} />
              <InputNumber
                value={body.thresholds[mark]}
                min={0}
                suffix="%"
                aria-label={t(`status.${mark}`)}
                onChange={(percent) => change({ ...body, thresholds: { ...body.thresholds, [mark]: percent ?? 0 } })}
              />
            </span>
          ))}
        </div>
      </DesignField>
    </div>
  );
}
