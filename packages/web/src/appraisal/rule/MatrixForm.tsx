import type { RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { DesignField } from "../../metrics/DesignField.tsx";
import { useMetrics } from "../../metrics/use-metrics.ts";
import { withColumn, withRow } from "./edit-matrix.ts";
import { MatrixTable } from "./MatrixTable.tsx";
import { MeasureFields } from "./MeasureFields.tsx";
import type { RuleFormProps } from "./rule-form-props.ts";

/** S-07: a table of points over two KPIs. */
export function MatrixForm({ rule, onChange, path, issues }: RuleFormProps<RuleOf<"matrix">>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { kpis } = useMetrics();
  return (
    <>
      <div className="design-row">
        <MeasureFields
          label={t("rule.matrix.row")}
          value={rule.measure}
          onChange={(measure) => onChange({ ...rule, measure })}
        />
        <DesignField label={t("rule.matrix.columnKpi")}>
          <Select
            value={rule.columnKpi}
            aria-label={t("rule.matrix.columnKpi")}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: "label" }}
            options={kpis.map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
            onChange={(columnKpi) => onChange({ ...rule, columnKpi })}
          />
        </DesignField>
        <MeasureFields
          label={t("rule.matrix.column")}
          value={rule.columnMeasure}
          onChange={(columnMeasure) => onChange({ ...rule, columnMeasure })}
        />
      </div>
      <DesignField label={t("rule.matrix.table")} path={path} issues={issues}>
        <MatrixTable rule={rule} onChange={onChange} />
      </DesignField>
      <div className="design-row">
        <Button disabled={rule.rows.length >= 30} onClick={() => onChange(withRow(rule))}>
          {t("rule.matrix.addRow")}
        </Button>
        <Button disabled={rule.columns.length >= 30} onClick={() => onChange(withColumn(rule))}>
          {t("rule.matrix.addColumn")}
        </Button>
      </div>
    </>
  );
}
