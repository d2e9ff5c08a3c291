import { planYear } from "@dabiao/core/goals/contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { AmountInput } from "../goals/AmountInput.tsx";
import { useLocale } from "../i18n/locale.ts";
import { useRefusalText } from "../i18n/refusal-text.ts";
import type { KpiInfo, Metrics } from "../metrics/use-metrics.ts";
import { useGo } from "../shell/use-go.ts";
import { StartStep } from "./StartStep.tsx";

interface TargetStepProps {
  readonly number: number;
  readonly metrics: Metrics;
  /** KPIs that have figures, the likeliest first. */
  readonly used: readonly KpiInfo[];
  readonly lastMonth: string | null;
  /** Whether that is still being found out. */
  readonly isLooking: boolean;
}

/** The last step: one figure for the year, split by last year's results, and the board opens. */
export function TargetStep({ number, metrics, used, lastMonth, isLooking }: TargetStepProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const thisYear = Number(metrics.today.slice(0, 4));
  const lastYear = lastMonth === null ? thisYear : Number(lastMonth.slice(0, 4));
  const [chosenKpi, setKpi] = useState<string>();
  const [chosenYear, setYear] = useState<number>();
  const [amount, setAmount] = useState<string | null>(null);
  const kpi = chosenKpi ?? (used.find(adds) ?? metrics.kpis.find(adds))?.key;
  // Records of years ago come from a past that is being looked at; a running company plans the current year.
  const year = chosenYear ?? (lastYear < thisYear - 1 ? lastYear : thisYear);
  const plan = useMutation({
    mutationFn: (body: { readonly kpi: string; readonly amount: string }) =>
      call(planYear, { body: { ...body, period: String(year), reason: t("start.target.reason") } }),
    onSuccess: async ({ basis, people, months }) => {
      await client.invalidateQueries();
      void message.success(t(`start.target.made.${basis}`, { people, months }));
      const month = year === thisYear ? metrics.today.slice(0, 7) : (lastMonth ?? `${year}-12`);
      go(`/kpi?period=${month}`);
    },
    onError: (error) => void message.error(refusalText(error)),
  });
  if (metrics.kpis.length === 0) {
    return (
      <StartStep number={number} title={t("start.target")} done={false}>
        <p className="muted">{t("start.first")}</p>
      </StartStep>
    );
  }
  return (
    <StartStep number={number} title={t("start.target")} done={false}>
      <p className="muted">{t("start.target.hint")}</p>
      <div className="start-row">
        <Select
          value={kpi ?? null}
          options={metrics.kpis.filter(adds).map(({ key, label }) => ({ value: key, label: localText(label, locale) }))}
          popupMatchSelectWidth={false}
          aria-label={t("start.target.kpi")}
          onChange={setKpi}
        />
        <Select
          value={year}
          options={yearsAround(thisYear, lastYear).map((value) => ({ value, label: String(value) }))}
          aria-label={t("start.target.year")}
          onChange={setYear}
        />
        <AmountInput
          label={t("start.target.amount")}
          placeholder={t("start.target.placeholder")}
          onChange={setAmount}
        />
        <Button
          type="primary"
          disabled={!kpi || amount === null || isLooking}
          loading={plan.isPending}
          onClick={() => kpi && amount !== null && plan.mutate({ kpi, amount })}
        >
          {t("start.target.act")}
        </Button>
      </div>
    </StartStep>
  );
}

/** Rates and averages cannot be split; what counts in money or pieces mostly can, and the server has the last word. */
function adds({ metric }: KpiInfo): boolean {
  return metric.kind === "aggregate" && metric.unit.kind !== "percent" && metric.unit.kind !== "days";
}

function yearsAround(thisYear: number, lastYear: number): number[] {
  return [...new Set([thisYear + 1, thisYear, thisYear - 1, lastYear + 1, lastYear])].sort((a, b) => b - a);
}
