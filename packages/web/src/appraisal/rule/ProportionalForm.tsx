import type { RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { AttainFields } from "./AttainFields.tsx";
import { NumberInput } from "./NumberInput.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";

/** S-01, S-02: in proportion to attainment, with gate, floor and cap. */
export function ProportionalForm({ rule, onChange, path, issues }: RuleFormProps<RuleOf<"proportional">>) {
  const { t } = useTranslation();
  return (
    <div className="design-row">
      <AttainFields value={rule.attain} onChange={(attain) => onChange({ ...rule, attain })} />
      <DesignField label={t("rule.gate")} hint={t("rule.gate.hint")} path={[...path, "gate"]} issues={issues}>
        <NumberInput
          percent
          value={rule.gate ?? ""}
          label={t("rule.gate")}
          placeholder={t("rule.none")}
          onClear={() => {
            const { gate: _, ...rest } = rule;
            onChange(rest);
          }}
          onChange={(gate) => onChange({ ...rule, gate })}
        />
      </DesignField>
      <DesignField label={t("rule.floor")}>
        <NumberInput
          percent
          value={rule.floor}
          label={t("rule.floor")}
          onChange={(floor) => onChange({ ...rule, floor })}
        />
      </DesignField>
      <DesignField label={t("rule.cap")} path={[...path, "cap"]} issues={issues}>
        <NumberInput percent value={rule.cap} label={t("rule.cap")} onChange={(cap) => onChange({ ...rule, cap })} />
      </DesignField>
    </div>
  );
}
