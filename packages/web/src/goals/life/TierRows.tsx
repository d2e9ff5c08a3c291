import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { AutoComplete, Button, Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../metrics/use-metrics.ts";

interface TierRowsProps {
  readonly kpi: KpiInfo;
  readonly tiers: readonly { readonly slice: string; readonly factor: string }[];
  readonly onChange: (tiers: readonly { readonly slice: string; readonly factor: string }[]) => void;
}

/** A factor per part of the business: a product line, a customer type, a region. */
export function TierRows({ kpi, tiers, onChange }: TierRowsProps) {
  const { t } = useTranslation();
  const dimensions = kpi.metric.dimensions.map(({ path }) => ({ value: `${path.join(".")}=` }));
  const put = (index: number, change: Partial<(typeof tiers)[number]>) =>
    onChange(tiers.map((tier, place) => (place === index ? { ...tier, ...change } : tier)));
  return (
    <Form.Item label={t("change.tiers")} extra={t("change.tiers.hint")}>
      {tiers.map((tier, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
        <div className="life-row" key={index}>
          <AutoComplete
            style={{ minWidth: 220 }}
            value={tier.slice}
            options={dimensions}
            aria-label={t("change.slice", { row: index + 1 })}
            placeholder={t("change.slice.example")}
            onChange={(slice: string) => put(index, { slice })}
          />
          <InputNumber
            min="0"
            max="10"
            step="0.05"
            stringMode
            value={tier.factor}
            aria-label={t("change.tier.factor", { row: index + 1 })}
            onChange={(factor) =>
              put(index, {
                factor: decimal(factor || "1")
                  .toDecimalPlaces(6)
                  .toFixed(),
              })
            }
          />
        </div>
      ))}
      <Button onClick={() => onChange([...tiers, { slice: "", factor: "1" }])} disabled={tiers.length >= 50}>
        {t("change.tier.add")}
      </Button>
    </Form.Item>
  );
}
