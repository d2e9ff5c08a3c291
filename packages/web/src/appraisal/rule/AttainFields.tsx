import { type Attain, AttainFormula } from "@dabiao/core/appraisal/scoring/attain.ts";
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "./NumberInput.tsx";

interface AttainFieldsProps {
  readonly value: Attain;
  readonly onChange: (value: Attain) => void;
}

/** How attainment is computed: chosen, never assumed. */
export function AttainFields({ value, onChange }: AttainFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <DesignField label={t("rule.attain")} hint={t(`rule.attain.${value.formula}.hint`)}>
        <Select
          value={value.formula}
          aria-label={t("rule.attain")}
          popupMatchSelectWidth={false}
          options={AttainFormula.options.map((formula) => ({ value: formula, label: t(`rule.attain.${formula}`) }))}
          onChange={(formula) =>
            onChange({ ...value, formula, ...(formula === "baseline" ? { start: value.start ?? "0" } : {}) })
          }
        />
      </DesignField>
      {value.formula === "baseline" && (
        <DesignField label={t("rule.start")}>
          <NumberInput
            value={value.start ?? "0"}
            label={t("rule.start")}
            onChange={(start) => onChange({ ...value, start })}
          />
        </DesignField>
      )}
      {(value.formula === "up" || value.formula === "down" || value.formula === "closest") && (
        <DesignField label={t("rule.zero")}>
          <Checkbox
            checked={value.unitScale}
            onChange={({ target }) => onChange({ ...value, unitScale: target.checked })}
          >
            {t("rule.unitScale")}
          </Checkbox>
        </DesignField>
      )}
    </>
  );
}
