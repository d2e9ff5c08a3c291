import type { RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Checkbox, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { DesignField } from "../../metrics/DesignField.tsx";
import { BandTable } from "./BandTable.tsx";
import { MeasureFields } from "./MeasureFields.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";

/** S-03: a table of bands. */
export function BandsForm({ rule, onChange, path, issues }: RuleFormProps<RuleOf<"bands">>) {
  const { t } = useTranslation();
  return (
    <>
      <div className="design-row">
        <MeasureFields value={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
        <DesignField label={t("rule.edge")} hint={t(`rule.edge.${rule.better}.hint`)}>
          <Segmented
            value={rule.better}
            options={(["up", "down"] as const).map((better) => ({ value: better, label: t(`rule.edge.${better}`) }))}
            onChange={(better) => onChange({ ...rule, better })}
          />
        </DesignField>
      </div>
      <BandTable
        bands={rule.bands}
        better={rule.better}
        percent={rule.measure.of === "attainment"}
        onChange={(bands) => onChange({ ...rule, bands })}
        path={[...path, "bands"]}
        issues={issues}
      />
      <div className="design-row">
        <Checkbox
          checked={rule.interpolate}
          onChange={({ target }) => onChange({ ...rule, interpolate: target.checked })}
        >
          {t("rule.interpolate")}
        </Checkbox>
        <Checkbox checked={rule.allowOver} onChange={({ target }) => onChange({ ...rule, allowOver: target.checked })}>
          {t("rule.allowOver")}
        </Checkbox>
      </div>
    </>
  );
}
