import { goalTree } from "@dabiao/core/goals/plan-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { useLocale } from "../../i18n/locale.ts";
import type { KpiInfo } from "../../metrics/use-metrics.ts";
import { SliceName } from "./SliceName.tsx";

type Tier = { readonly slice: string; readonly factor: string };

interface TierRowsProps {
  readonly kpi: KpiInfo;
  readonly period: string;
  readonly tiers: readonly Tier[];
  readonly onChange: (tiers: readonly Tier[]) => void;
}

/** A factor per part of the business that has targets of its own: a product line, a customer type, a region. */
export function TierRows({ kpi, period, tiers, onChange }: TierRowsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [dimension, setDimension] = useState(kpi.metric.dimensions[0]?.path.join(".") ?? "");
  const slices = useQuery({
    queryKey: ["goals", "slices", kpi.key, period, dimension],
    queryFn: ({ signal }) =>
      call(goalTree, {
        body: { kpi: kpi.key, period, by: { dimension }, parent: { kind: "company" }, limit: 500 },
        signal,
      }),
    enabled: dimension !== "" && period !== "",
    retry: false,
  });
  const named = (slices.data?.rows ?? []).flatMap(({ slice }) =>
    slice ? [{ value: slice, label: <SliceName kpi={kpi} slice={slice} /> }] : [],
  );
  const put = (index: number, change: Partial<Tier>) =>
    onChange(tiers.map((tier, place) => (place === index ? { ...tier, ...change } : tier)));
  return (
    <>
      <Form.Item label={t("change.dimension")} htmlFor="tier-dimension">
        <Select
          id="tier-dimension"
          value={dimension || null}
          options={kpi.metric.dimensions.map(({ path, label }) => ({
            value: path.join("."),
            label: localText(label, locale),
          }))}
          onChange={setDimension}
        />
      </Form.Item>
      <Form.Item label={t("change.tiers")} extra={t("change.tiers.hint")}>
        {tiers.map((tier, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
          <div className="life-row" key={index}>
            <Select
              style={{ minWidth: 200 }}
              value={tier.slice || null}
              options={named}
              loading={slices.isFetching}
              aria-label={t("change.slice", { row: index + 1 })}
              placeholder={t("change.slice.pick")}
              notFoundContent={t("change.slice.none")}
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
    </>
  );
}
