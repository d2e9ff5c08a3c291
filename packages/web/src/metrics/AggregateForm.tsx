import { DateBasis } from "@dabiao/core/metrics/date-basis.ts";
import { Aggregate, type AggregateMeasure, type MetricBody } from "@dabiao/core/metrics/metric.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ConditionsEditor } from "../build/conditions/ConditionsEditor.tsx";
import type { Draft } from "../build/definition/use-draft.ts";
import { useLocale } from "../i18n/locale.ts";
import { CreditField } from "./CreditField.tsx";
import { DesignField } from "./DesignField.tsx";
import { RecordFormula } from "./RecordFormula.tsx";
import { useDimensionChoices } from "./use-dimension-choices.ts";
import { useMetrics } from "./use-metrics.ts";
import { useObjectFields } from "./use-object-fields.ts";

interface AggregateFormProps {
  readonly draft: Draft<MetricBody>;
  readonly measure: AggregateMeasure;
}

/** Records into one number: which, how, by which date, for whom. */
export function AggregateForm({ draft: { body, issues, change }, measure }: AggregateFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { objects } = useMetrics();
  const fields = useObjectFields(measure.object);
  const dimensions = useDimensionChoices(measure.object);
  const set = (part: Partial<AggregateMeasure>) => change({ ...body, measure: { ...measure, ...part } });
  const dates = fields.filter(({ family, computed }) => ["date", "datetime"].includes(family) && !computed);
  const isDays = measure.aggregate === "duration";

  function setObject(object: string) {
    const { aggregate, credit } = measure;
    change({
      ...body,
      measure: {
        kind: "aggregate",
        object,
        aggregate: aggregate === "count" ? aggregate : "count",
        date: "created_at",
        credit,
      },
      dimensions: [],
    });
  }

  function setFilter(filter: AggregateMeasure["filter"] | null) {
    const { filter: _before, ...rest } = measure;
    change({ ...body, measure: filter ? { ...rest, filter } : rest });
  }

  return (
    <>
      <div className="design-row">
        <DesignField label={t("metric.object")} path={["measure", "object"]} issues={issues}>
          <Select
            value={measure.object}
            options={objects.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("metric.object")}
            onChange={setObject}
          />
        </DesignField>
        <DesignField label={t("metric.aggregate")} path={["measure", "aggregate"]} issues={issues}>
          <Select
            value={measure.aggregate}
            options={Aggregate.options.map((value) => ({ value, label: t(`metric.aggregate.${value}`) }))}
            aria-label={t("metric.aggregate")}
            onChange={(aggregate) => set({ aggregate })}
          />
        </DesignField>
        <DesignField label={t("metric.date")} path={["measure", "date"]} issues={issues}>
          <Select
            value={measure.date}
            options={dates.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
            aria-label={t("metric.date")}
            onChange={(date) => set({ date })}
          />
        </DesignField>
        <DesignField
          label={t("designer.basis")}
          path={["measure", "basis"]}
          issues={issues}
          hint={t("designer.basis.hint")}
        >
          <Select
            value={measure.basis ?? null}
            options={DateBasis.options.map((value) => ({ value, label: t(`designer.basis.${value}`) }))}
            allowClear
            placeholder={t("designer.basis.none")}
            aria-label={t("designer.basis")}
            onChange={(basis) => {
              const { basis: _before, ...rest } = measure;
              change({ ...body, measure: basis ? { ...rest, basis } : rest });
            }}
          />
        </DesignField>
        <CreditField measure={measure} fields={fields} issues={issues} onChange={(credit) => set({ credit })} />
      </div>
      {measure.aggregate !== "count" && (
        <DesignField
          label={t("metric.value")}
          path={["measure", "value"]}
          issues={issues}
          hint={t(isDays ? "designer.value.days" : "designer.value.hint")}
        >
          <RecordFormula
            key={measure.object}
            object={measure.object}
            value={measure.value ?? ""}
            label={t("metric.value")}
            onChange={(value) => set({ value })}
          />
        </DesignField>
      )}
      {measure.aggregate === "wavg" && (
        <DesignField label={t("designer.weight")} path={["measure", "weight"]} issues={issues}>
          <RecordFormula
            key={`${measure.object} weight`}
            object={measure.object}
            value={measure.weight ?? ""}
            label={t("designer.weight")}
            onChange={(weight) => set({ weight })}
          />
        </DesignField>
      )}
      {measure.aggregate === "percentile" && (
        <DesignField label={t("designer.percentile")} path={["measure", "percentile"]} issues={issues}>
          <InputNumber
            value={measure.percentile ?? null}
            min={0}
            max={1}
            step={0.05}
            aria-label={t("designer.percentile")}
            onChange={(percentile) => percentile !== null && set({ percentile })}
          />
        </DesignField>
      )}
      <DesignField label={t("metric.filter")} path={["measure", "filter"]} issues={issues}>
        <ConditionsEditor object={measure.object} fields={fields} value={measure.filter ?? null} onChange={setFilter} />
      </DesignField>
      <DesignField
        label={t("designer.dimensions")}
        path={["dimensions"]}
        issues={issues}
        hint={t("designer.dimensions.hint")}
      >
        <Select
          mode="multiple"
          value={body.dimensions.map((path) => path.join("."))}
          options={dimensions}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("designer.dimensions")}
          onChange={(paths: string[]) => change({ ...body, dimensions: paths.map((path) => path.split(".")) })}
        />
      </DesignField>
    </>
  );
}
