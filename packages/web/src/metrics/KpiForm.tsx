import { Grain } from "@dabiao/core/calendar/grain.ts";
import { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Input, InputNumber, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { LabelInputs } from "../build/definition/LabelInputs.tsx";
import type { Draft } from "../build/definition/use-draft.ts";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import { DesignField } from "./DesignField.tsx";
import { KpiTarget } from "./KpiTarget.tsx";
import { KpiWords } from "./KpiWords.tsx";
import { useMetrics } from "./use-metrics.ts";
import { WhoSelect } from "./WhoSelect.tsx";

const CADENCES = ["day", "week", "month", "quarter"] as const;

/** What is measured, who answers for it, how often it is looked at, and how its marks are reached. */
export function KpiForm({ draft }: { readonly draft: Draft<KpiBody> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { metrics, metric: metricOf } = useMetrics();
  const { body, issues, change } = draft;
  const metric = metricOf(body.metric);

  /** Left out rather than empty: what was not chosen is not there. */
  function put<Name extends keyof KpiBody>(name: Name, value: KpiBody[Name] | null) {
    const { [name]: _before, ...rest } = body;
    change((value === null ? rest : { ...rest, [name]: value }) as KpiBody);
  }

  return (
    <div className="designer-form">
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <DesignField label={t("library.ofMetric")} path={["metric"]} issues={issues}>
        <Select
          value={body.metric}
          options={metrics.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("library.ofMetric")}
          onChange={(next) => change({ ...body, metric: next })}
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
        <DesignField label={t("designer.owner")} path={["owner"]} issues={issues} hint={t("designer.owner.hint")}>
          <WhoSelect
            value={body.owner ?? null}
            label={t("designer.owner")}
            none={t("designer.owner.none")}
            onChange={(owner) => put("owner", owner)}
          />
        </DesignField>
        <DesignField label={t("period.grain")}>
          <Select
            value={body.grain}
            options={Grain.options.map((grain) => ({ value: grain, label: t(`period.${grain}`) }))}
            aria-label={t("period.grain")}
            onChange={(grain) => change({ ...body, grain })}
          />
        </DesignField>
        <DesignField label={t("designer.cadence")} path={["cadence"]} issues={issues} hint={t("designer.cadence.hint")}>
          <Select
            value={body.cadence ?? null}
            options={CADENCES.map((cadence) => ({ value: cadence, label: t(`designer.cadence.${cadence}`) }))}
            allowClear
            placeholder={t("designer.cadence.none")}
            aria-label={t("designer.cadence")}
            onChange={(cadence) => put("cadence", cadence ?? null)}
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
      <KpiTarget
        value={body.target}
        direction={metric?.direction ?? "up"}
        issues={issues}
        onChange={(target) => put("target", target)}
      />
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
      <KpiWords body={body} put={put} />
    </div>
  );
}
