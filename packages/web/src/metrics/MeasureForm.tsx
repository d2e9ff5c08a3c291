import type { Measure, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Draft } from "../build/definition/use-draft.ts";
import { useLocale } from "../i18n/locale.ts";
import { AggregateForm } from "./AggregateForm.tsx";
import { DesignField } from "./DesignField.tsx";
import { ManualForm } from "./ManualForm.tsx";
import { MetricFormula } from "./MetricFormula.tsx";
import { useMetrics } from "./use-metrics.ts";

const KINDS = ["aggregate", "ratio", "formula", "manual"] as const;

/** How the number comes about: records made into one, one metric over another, or a formula over metrics. */
export function MeasureForm({ draft }: { readonly draft: Draft<MetricBody> }) {
  const { t } = useTranslation();
  const metrics = useMetrics();
  const { body, change, issues, key } = draft;
  const { measure } = body;
  const others = metrics.metrics.filter((metric) => metric.key !== key);
  const first = others[0]?.key ?? "";

  function turn(kind: Measure["kind"]) {
    const next: Readonly<Record<Measure["kind"], Measure>> = {
      aggregate: {
        kind: "aggregate",
        object: metrics.objects[0]?.key ?? "",
        aggregate: "count",
        date: "created_at",
        credit: { kind: "owner", at: "event" },
      },
      ratio: { kind: "ratio", numerator: first, denominator: first },
      formula: { kind: "formula", formula: first ? `[${first}]` : "" },
      manual: {
        kind: "manual",
        aggregate: "sum",
        grain: "month",
        inputter: { kind: "role", role: "ops" },
        confirmer: { kind: "role", role: "leader" },
        dueDays: 5,
        evidence: "optional",
      },
    };
    change({ ...body, measure: next[kind], dimensions: [] });
  }

  return (
    <>
      <DesignField
        label={t("designer.kind")}
        hint={measure.kind === "aggregate" ? "" : t(`metric.kind.${measure.kind}.hint`)}
      >
        <Segmented
          value={measure.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`library.kind.${kind}`) }))}
          onChange={turn}
        />
      </DesignField>
      {measure.kind === "aggregate" && <AggregateForm draft={draft} measure={measure} />}
      {measure.kind === "manual" && <ManualForm draft={draft} measure={measure} />}
      {measure.kind === "ratio" && (
        <div className="design-row">
          {(["numerator", "denominator"] as const).map((side) => (
            <MetricChoice
              key={side}
              label={t(`designer.${side}`)}
              value={measure[side]}
              onChange={(next) => change({ ...body, measure: { ...measure, [side]: next } })}
              except={key}
            />
          ))}
        </div>
      )}
      {measure.kind === "formula" && (
        <DesignField label={t("designer.formula")} path={["measure"]} issues={issues} hint={t("designer.formula.hint")}>
          <MetricFormula
            value={measure.formula}
            metrics={others}
            onChange={(formula) => change({ ...body, measure: { ...measure, formula } })}
          />
        </DesignField>
      )}
    </>
  );
}

interface MetricChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly except: string;
  readonly onChange: (key: string) => void;
}

function MetricChoice({ label, value, except, onChange }: MetricChoiceProps) {
  const locale = useLocale();
  const { metrics } = useMetrics();
  const options = metrics
    .filter(({ key }) => key !== except)
    .map((metric) => ({ value: metric.key, label: localText(metric.label, locale) }));
  return (
    <DesignField label={label}>
      <Select
        value={value}
        options={options}
        showSearch={{ optionFilterProp: "label" }}
        aria-label={label}
        onChange={onChange}
      />
    </DesignField>
  );
}
