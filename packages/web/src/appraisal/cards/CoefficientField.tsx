import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { CoefficientRule } from "@dabiao/core/appraisal/scoring/coefficient.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { NumberInput } from "../rule/NumberInput.tsx";

interface CoefficientFieldProps {
  readonly body: ScorecardBody;
  readonly issues: readonly Issue[];
  readonly onChange: (rule: CoefficientRule) => void;
}

/** What a result multiplies pay by. */
export function CoefficientField({ body, issues, onChange }: CoefficientFieldProps) {
  const { t } = useTranslation();
  const { coefficient } = body.scoring;
  const kinds =
    coefficient.kind === "matrix" ? (["grade", "linear", "matrix"] as const) : (["grade", "linear"] as const);
  return (
    <DesignField label={t("cards.coefficient")} path={["scoring", "coefficient"]} issues={issues}>
      <div className="design-row">
        <Select
          value={coefficient.kind}
          aria-label={t("cards.coefficient")}
          popupMatchSelectWidth={false}
          options={kinds.map((kind) => ({ value: kind, label: t(`cards.coefficient.${kind}`) }))}
          onChange={(kind) => {
            if (kind === "grade") onChange({ kind });
            if (kind === "linear") onChange({ kind, per: "100" });
          }}
        />
        {coefficient.kind === "linear" && (
          <NumberInput
            value={coefficient.per}
            label={t("cards.coefficient.per")}
            onChange={(per) => onChange({ kind: "linear", per })}
          />
        )}
      </div>
    </DesignField>
  );
}
