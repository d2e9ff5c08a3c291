import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { nextPeriod, type Period, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { Button, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { periodName, readPeriod } from "./period-name.ts";
import "./messages.ts";

interface PeriodPickerProps {
  readonly value: string;
  readonly calendar: Calendar;
  readonly today: string;
  readonly grains?: readonly Grain[];
  readonly onChange: (key: string) => void;
}

const GRAINS: readonly Grain[] = ["week", "month", "quarter", "half", "year"];
const LISTED: Readonly<Record<string, number>> = { week: 26, month: 24, quarter: 12, half: 8, year: 6 };

/** Which period: its length, one step back or forth, or any key typed, such as 2017-Q3. */
export function PeriodPicker({ value, calendar, today, grains = GRAINS, onChange }: PeriodPickerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const current = readPeriod(value, calendar);
  const grain = current?.grain === "custom" ? "custom" : (grains.find((each) => each === current?.grain) ?? "month");
  const before = current && previousPeriod(current, calendar);
  const after = current && nextPeriod(current, calendar);
  const written = readPeriod(typed.trim().toUpperCase(), calendar);
  const keys = new Set([
    ...(written ? [written.key] : []),
    ...(grain === "custom" ? customKeys(calendar) : around(grain, today, calendar)),
    value,
  ]);
  const options = [...keys].map((key) => ({ value: key, label: periodName(key, calendar, locale) }));
  const lengths = [...grains, ...(calendar.customPeriods.length > 0 ? (["custom"] as const) : [])];

  function changeGrain(next: Grain | "custom") {
    if (next === "custom") return onChange(customKeys(calendar)[0] ?? value);
    const day = current && (today < current.start || today >= current.end) ? current.start : today;
    onChange(periodOf(day, next, calendar).key);
  }

  return (
    <Space.Compact>
      <Select
        value={grain}
        aria-label={t("period.grain")}
        options={lengths.map((each) => ({ value: each, label: t(`period.${each}`) }))}
        popupMatchSelectWidth={false}
        onChange={changeGrain}
      />
      <Step icon={<LeftOutlined />} label={t("period.before")} to={before} onChange={onChange} />
      <Select
        value={value}
        aria-label={t("period.which")}
        options={options}
        popupMatchSelectWidth={false}
        style={{ minWidth: 120 }}
        showSearch={{
          onSearch: setTyped,
          filterOption: (text, option) =>
            option?.value === written?.key ||
            `${option?.label} ${option?.value}`.toLowerCase().includes(text.toLowerCase()),
        }}
        notFoundContent={t("period.type")}
        onChange={onChange}
      />
      <Step icon={<RightOutlined />} label={t("period.after")} to={after} onChange={onChange} />
    </Space.Compact>
  );
}

interface StepProps {
  readonly icon: React.ReactNode;
  readonly label: string;
  readonly to: Period | null;
  readonly onChange: (key: string) => void;
}

function Step({ icon, label, to, onChange }: StepProps) {
  return <Button icon={icon} aria-label={label} disabled={to === null} onClick={() => to && onChange(to.key)} />;
}

/** The next period and those before it, the latest first. */
function around(grain: Grain, today: string, calendar: Calendar): string[] {
  const keys: string[] = [];
  const current = periodOf(today, grain, calendar);
  let at: Period | null = nextPeriod(current, calendar);
  for (let count = LISTED[grain] ?? 12; at !== null && count > 0; count--) {
    keys.push(at.key);
    at = previousPeriod(at, calendar);
  }
  return keys;
}

function customKeys(calendar: Calendar): string[] {
  return calendar.customPeriods.map(({ key }) => `X-${key}`);
}
