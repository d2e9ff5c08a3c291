import { Select } from "antd";
import { useTranslation } from "react-i18next";
import "./calendar-messages.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface MonthSelectProps {
  readonly label: string;
  readonly value: number;
  readonly from?: number;
  onChange(month: number): void;
}

/** A month of the year by name. */
export function MonthSelect({ label, value, from = 1, onChange }: MonthSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      prefix={label}
      value={value}
      options={MONTHS.filter((month) => month >= from).map((month) => ({
        value: month,
        label: t("calendar.month", { month }),
      }))}
      onChange={onChange}
    />
  );
}
