import type { PerUnit, RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { MeasureFields } from "./MeasureFields.tsx";
import { NumberInput } from "./NumberInput.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";

/** S-04: points for each unit above or below a standard. */
export function PerUnitForm({ rule, onChange, path, issues }: RuleFormProps<RuleOf<"perUnit">>) {
  const { t } = useTranslation();
  const percent = rule.measure.of === "attainment";
  return (
    <>
      <div className="design-row">
        <MeasureFields value={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
        <DesignField label={t("rule.standard")}>
          <NumberInput
            percent={percent}
            value={rule.standard}
            label={t("rule.standard")}
            onChange={(standard) => onChange({ ...rule, standard })}
          />
        </DesignField>
        {(["base", "min", "max"] as const).map((name) => (
          <DesignField key={name} label={t(`rule.${name}`)} path={[...path, name]} issues={issues}>
            <NumberInput
              value={rule[name]}
              label={t(`rule.${name}`)}
              onChange={(value) => onChange({ ...rule, [name]: value })}
            />
          </DesignField>
        ))}
      </div>
      {(["above", "below"] as const).map((side) => (
        <DesignField key={side} label={t(`rule.${side}`)} path={[...path, side]} issues={issues}>
          <Side
            value={rule[side]}
            percent={percent}
            side={side}
            onChange={(value) => onChange({ ...rule, [side]: value })}
          />
        </DesignField>
      ))}
    </>
  );
}

interface SideProps {
  readonly value: PerUnit | null;
  readonly side: "above" | "below";
  readonly percent: boolean;
  readonly onChange: (value: PerUnit | null) => void;
}

function Side({ value, side, percent, onChange }: SideProps) {
  const { t } = useTranslation();
  const first: PerUnit = { unit: percent ? "0.05" : "1", points: side === "above" ? "1" : "-1", count: "floor" };
  return (
    <div className="rule-row">
      <Checkbox checked={value !== null} onChange={({ target }) => onChange(target.checked ? first : null)}>
        {t(`rule.${side}.on`)}
      </Checkbox>
      {value && (
        <>
          <Select
            value={value.count}
            aria-label={t("rule.count")}
            popupMatchSelectWidth={false}
            options={(["floor", "ceil", "exact"] as const).map((count) => ({
              value: count,
              label: t(`rule.count.${count}`),
            }))}
            onChange={(count) => onChange({ ...value, count })}
          />
          <NumberInput
            percent={percent}
            value={value.unit}
            label={t("rule.unit")}
            onChange={(unit) => onChange({ ...value, unit })}
          />
          <NumberInput
            value={value.points}
            label={t("rule.pointsEach")}
            suffix={t("rule.pointsSuffix")}
            onChange={(points) => onChange({ ...value, points })}
          />
        </>
      )}
    </div>
  );
}
