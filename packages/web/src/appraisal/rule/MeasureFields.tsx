import type { ScoringMeasure } from "@dabiao/core/appraisal/scoring/measure.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { AttainFields } from "./AttainFields.tsx";

interface MeasureFieldsProps {
  readonly value: ScoringMeasure;
  readonly label?: string;
  readonly onChange: (value: ScoringMeasure) => void;
}

const KINDS = ["attainment", "actual", "difference"] as const;

/** What a rule looks at: attainment, the actual itself, or how far it is from the target. */
export function MeasureFields({ value, label, onChange }: MeasureFieldsProps) {
  const { t } = useTranslation();
  const name = label ?? t("rule.measure");
  return (
    <>
      <DesignField label={name}>
        <Select
          value={value.of}
          aria-label={name}
          options={KINDS.map((of) => ({ value: of, label: t(`rule.measure.${of}`) }))}
          onChange={(of) =>
            onChange(of === "attainment" ? { of, attain: { formula: "up", unitScale: false } } : { of })
          }
        />
      </DesignField>
      {value.of === "attainment" && (
        <AttainFields value={value.attain} onChange={(attain) => onChange({ of: "attainment", attain })} />
      )}
    </>
  );
}
