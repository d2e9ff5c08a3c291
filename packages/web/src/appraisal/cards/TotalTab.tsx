import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { CardScoring } from "@dabiao/core/appraisal/scoring/card-scoring.ts";
import { Grain } from "@dabiao/core/calendar/grain.ts";
import { InputNumber, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { LabelInputs } from "../../build/definition/LabelInputs.tsx";
import type { Draft } from "../../build/definition/use-draft.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "../rule/NumberInput.tsx";
import { CoefficientField } from "./CoefficientField.tsx";
import { DimensionRows } from "./DimensionRows.tsx";
import { GateRows } from "./GateRows.tsx";
import { GradeRows } from "./GradeRows.tsx";

/** From lines to a total, a grade and a coefficient. */
export function TotalTab({ draft: { body, change, issues } }: { readonly draft: Draft<ScorecardBody> }) {
  const { t } = useTranslation();
  const { scoring } = body;
  const set = (next: Partial<CardScoring>) => change({ ...body, scoring: { ...scoring, ...next } });
  const path = ["scoring"];
  return (
    <div className="designer-form">
      <LabelInputs value={body.label} onChange={(label) => change({ ...body, label })} />
      <div className="design-row">
        <DesignField label={t("cards.grain")} path={["grain"]} issues={issues}>
          <Select
            value={body.grain}
            aria-label={t("cards.grain")}
            options={Grain.options.map((grain) => ({ value: grain, label: t(`period.${grain}`) }))}
            onChange={(grain) => change({ ...body, grain })}
          />
        </DesignField>
        <DesignField label={t("cards.weighting")}>
          <Segmented
            value={scoring.weights}
            options={(["items", "dimensions"] as const).map((weights) => ({
              value: weights,
              label: t(`cards.weighting.${weights}`),
            }))}
            onChange={(weights) => set({ weights })}
          />
        </DesignField>
      </div>
      <DesignField label={t("cards.dimensions")} path={[...path, "dimensions"]} issues={issues}>
        <DimensionRows dimensions={scoring.dimensions} onChange={(dimensions) => set({ dimensions })} />
      </DesignField>
      <div className="design-row">
        <DesignField label={t("cards.na")} hint={t(`cards.na.${scoring.notApplicable}.hint`)}>
          <Select
            value={scoring.notApplicable}
            aria-label={t("cards.na")}
            popupMatchSelectWidth={false}
            options={(["redistribute", "full", "drop"] as const).map((policy) => ({
              value: policy,
              label: t(`cards.na.${policy}`),
            }))}
            onChange={(notApplicable) => set({ notApplicable })}
          />
        </DesignField>
        {(["bonusCap", "penaltyCap", "totalCap"] as const).map((name) => (
          <DesignField key={name} label={t(`cards.${name}`)}>
            <NumberInput
              value={scoring[name]}
              label={t(`cards.${name}`)}
              onChange={(value) => set({ [name]: value })}
            />
          </DesignField>
        ))}
        <DesignField label={t("cards.places")}>
          <InputNumber
            min={0}
            max={4}
            value={scoring.places}
            aria-label={t("cards.places")}
            onChange={(places) => set({ places: places ?? 2 })}
          />
        </DesignField>
      </div>
      <DesignField label={t("cards.grades")} hint={t("cards.grades.hint")} path={[...path, "grades"]} issues={issues}>
        <GradeRows grades={scoring.grades} onChange={(grades) => set({ grades })} />
      </DesignField>
      <CoefficientField body={body} issues={issues} onChange={(coefficient) => set({ coefficient })} />
      <DesignField label={t("cards.gates")} hint={t("cards.gates.hint")} path={[...path, "gates"]} issues={issues}>
        <GateRows
          body={body}
          onChange={(gates, gateSources) => change({ ...body, gateSources, scoring: { ...scoring, gates } })}
        />
      </DesignField>
    </div>
  );
}
