import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { PeriodPicker } from "../../metrics/PeriodPicker.tsx";
import { type KpiInfo, type Metrics, useMetrics } from "../../metrics/use-metrics.ts";
import "./life.css";

interface KpiPeriodBarProps {
  readonly kpi: string;
  readonly period: string;
  readonly kpis?: readonly KpiInfo[];
  readonly onChange: (change: { kpi?: string; period?: string }) => void;
  readonly children?: ReactNode;
}

/** Which KPI, and which period. */
export function KpiPeriodBar({ kpi, period, kpis, onChange, children }: KpiPeriodBarProps) {
  const { t } = useTranslation();
  const metrics: Metrics = useMetrics();
  return (
    <div className="life-controls">
      <KpiSelect
        kpis={kpis ?? metrics.kpis}
        value={kpi}
        label={t("life.kpi")}
        onChange={(key) => onChange({ kpi: key })}
      />
      <PeriodPicker
        value={period}
        calendar={metrics.calendar}
        today={metrics.today}
        onChange={(key) => onChange({ period: key })}
      />
      {children}
    </div>
  );
}

interface KpiSelectProps {
  readonly id?: string;
  readonly kpis: readonly KpiInfo[];
  readonly value: string;
  readonly label: string;
  readonly onChange: (key: string) => void;
}

export function KpiSelect({ id, kpis, value, label, onChange }: KpiSelectProps) {
  const locale = useLocale();
  return (
    <Select
      {...(id ? { id } : {})}
      value={value}
      aria-label={label}
      style={{ minWidth: 160 }}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      options={kpis.map((each) => ({ value: each.key, label: localText(each.label, locale) }))}
      onChange={onChange}
    />
  );
}
