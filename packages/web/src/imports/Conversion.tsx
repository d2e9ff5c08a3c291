import { type ColumnMapping, type FileColumn, MissingPolicy } from "@dabiao/core/imports/import.ts";
import { DateOrder } from "@dabiao/core/model/read-day.ts";
import { Button, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { TargetField } from "./use-target-fields.ts";

const FACTORS = ["1", "100", "1000", "10000", "1000000", "10000000", "100000000", "0.01"] as const;

interface ConversionProps {
  readonly column: FileColumn;
  readonly mapping: ColumnMapping;
  readonly field: TargetField | undefined;
  onChange(mapping: ColumnMapping): void;
}

/** How a column's texts are read: the unit of numbers, the order of dates, what to do where a name finds nothing. */
export function Conversion({ column, mapping, field, onChange }: ConversionProps) {
  const { t } = useTranslation();
  if (!field) return null;
  const named = { column: column.header };
  const policies = MissingPolicy.options.filter((policy) => policy !== "create" || field.links !== null);
  const replaced = Object.keys(mapping.values).length;
  return (
    <Space orientation="vertical" size={4} className="import-wide">
      {field.family === "number" && (
        <Select
          aria-label={t("import.factor", named)}
          value={mapping.factor}
          options={FACTORS.map((value) => ({ value, label: t(`import.factor.${value}`) }))}
          onChange={(factor) => onChange({ ...mapping, factor })}
        />
      )}
      {(field.family === "date" || field.family === "datetime") && (
        <Select
          aria-label={t("import.order", named)}
          value={mapping.dateOrder ?? "ymd"}
          options={DateOrder.options.map((value) => ({ value, label: t(`import.order.${value}`) }))}
          onChange={(dateOrder) => onChange({ ...mapping, dateOrder })}
        />
      )}
      {(field.links !== null || field.isOption) && (
        <Select
          aria-label={t("import.missing", named)}
          value={mapping.missing}
          options={policies.map((value) => ({ value, label: t(`import.missing.${value}`) }))}
          onChange={(missing) => onChange({ ...mapping, missing })}
        />
      )}
      {replaced > 0 && (
        <Button type="link" size="small" onClick={() => onChange({ ...mapping, values: {} })}>
          {t("import.values", { count: replaced })}
        </Button>
      )}
    </Space>
  );
}
