import { ManualMeasure } from "@dabiao/core/metrics/manual-measure.ts";
import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { InputNumber, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Draft } from "../build/definition/use-draft.ts";
import { DesignField } from "./DesignField.tsx";
import { WhoSelect } from "./WhoSelect.tsx";

interface ManualFormProps {
  readonly draft: Draft<MetricBody>;
  readonly measure: ManualMeasure;
}

/** A figure that stands in no record: who enters it, who confirms it, for whom and by when. */
export function ManualForm({ draft: { body, issues, change }, measure }: ManualFormProps) {
  const { t } = useTranslation();
  const set = (part: Partial<ManualMeasure>) => change({ ...body, measure: { ...measure, ...part } });

  function setPeople(people: ManualMeasure["people"] | null) {
    const { people: _before, ...rest } = measure;
    change({ ...body, measure: people ? { ...rest, people } : rest });
  }

  return (
    <>
      <div className="design-row">
        <DesignField label={t("manual.inputter")} path={["measure", "inputter"]} issues={issues}>
          <WhoSelect
            value={measure.inputter}
            label={t("manual.inputter")}
            onChange={(inputter) => inputter && set({ inputter })}
          />
        </DesignField>
        <DesignField
          label={t("manual.confirmer")}
          path={["measure", "confirmer"]}
          issues={issues}
          hint={t("manual.confirmer.hint")}
        >
          <WhoSelect
            value={measure.confirmer}
            label={t("manual.confirmer")}
            onChange={(confirmer) => confirmer && set({ confirmer })}
          />
        </DesignField>
        <DesignField label={t("manual.people")} path={["measure", "people"]} issues={issues}>
          <WhoSelect
            value={measure.people ?? null}
            label={t("manual.people")}
            none={t("manual.people.all")}
            onChange={setPeople}
          />
        </DesignField>
      </div>
      <div className="design-row">
        <DesignField label={t("manual.grain")}>
          <Select
            value={measure.grain}
            options={ManualMeasure.shape.grain.unwrap().options.map((grain) => ({
              value: grain,
              label: t(`period.${grain}`),
            }))}
            aria-label={t("manual.grain")}
            onChange={(grain) => set({ grain })}
          />
        </DesignField>
        <DesignField label={t("manual.dueDays")} hint={t("manual.dueDays.hint")}>
          <InputNumber
            value={measure.dueDays}
            min={0}
            max={60}
            precision={0}
            aria-label={t("manual.dueDays")}
            onChange={(days) => days !== null && set({ dueDays: days })}
          />
        </DesignField>
        <DesignField label={t("manual.rollUp")}>
          <Select
            value={measure.aggregate}
            options={ManualMeasure.shape.aggregate.unwrap().options.map((aggregate) => ({
              value: aggregate,
              label: t(`metric.aggregate.${aggregate}`),
            }))}
            aria-label={t("manual.rollUp")}
            onChange={(aggregate) => set({ aggregate })}
          />
        </DesignField>
        <DesignField label={t("manual.evidence")}>
          <Segmented
            value={measure.evidence}
            options={ManualMeasure.shape.evidence.unwrap().options.map((evidence) => ({
              value: evidence,
              label: t(`manual.evidence.${evidence}`),
            }))}
            onChange={(evidence) => set({ evidence })}
          />
        </DesignField>
      </div>
    </>
  );
}
