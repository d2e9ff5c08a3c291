import type { FiscalYear } from "@dabiao/core/calendar/calendar-body.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { MonthSelect } from "./MonthSelect.tsx";

type WeekFiscal = Extract<FiscalYear, { kind: "weeks" }>;

const PATTERNS = ["4-4-5", "4-5-4", "5-4-4", "13x4"] as const;

interface WeekFiscalInputProps {
  readonly value: WeekFiscal;
  onChange(value: WeekFiscal): void;
}

/** A year of whole weeks: how they make periods, when it ends, and which period a 53rd week joins. */
export function WeekFiscalInput({ value, onChange }: WeekFiscalInputProps) {
  const { t } = useTranslation();
  const periods = value.pattern === "13x4" ? 13 : 12;
  const numbers = Array.from({ length: periods }, (_, index) => index + 1);
  return (
    <>
      <Select
        aria-label={t("calendar.fiscal.pattern")}
        prefix={t("calendar.fiscal.pattern")}
        value={value.pattern}
        options={PATTERNS.map((pattern) => ({ value: pattern, label: pattern }))}
        onChange={(pattern) => onChange({ ...value, pattern, week53: undefined })}
      />
      <MonthSelect
        label={t("calendar.fiscal.end")}
        value={value.yearEnd.month}
        onChange={(month) => onChange({ ...value, yearEnd: { ...value.yearEnd, month } })}
      />
      <Select
        aria-label={t("calendar.yearEnd")}
        prefix={t("calendar.yearEnd")}
        value={value.yearEnd.rule}
        options={(["last", "nearest"] as const).map((rule) => ({ value: rule, label: t(`calendar.yearEnd.${rule}`) }))}
        onChange={(rule) => onChange({ ...value, yearEnd: { ...value.yearEnd, rule } })}
      />
      <Select
        aria-label={t("calendar.week53")}
        prefix={t("calendar.week53")}
        value={value.week53 ?? periods}
        options={numbers.map((number) => ({ value: number, label: t("calendar.period.number", { number }) }))}
        onChange={(week53) => onChange({ ...value, week53 })}
      />
    </>
  );
}
