import { FiscalYear } from "@dabiao/core/calendar/calendar-body.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";

const KINDS = ["natural", "months", "weeks", "iso"] as const;
const PATTERNS = ["4-4-5", "4-5-4", "5-4-4", "13x4"] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const STARTS: Readonly<Record<(typeof KINDS)[number], unknown>> = {
  natural: { kind: "natural" },
  months: { kind: "months", startMonth: 4 },
  weeks: { kind: "weeks", pattern: "4-4-5", yearEnd: { rule: "last", month: 12 } },
  iso: { kind: "iso" },
};

interface FiscalInputProps {
  readonly value: FiscalYear;
  onChange(value: FiscalYear): void;
}

/** K-07: when the company's year begins and how it is cut. */
export function FiscalInput({ value, onChange }: FiscalInputProps) {
  const { t } = useTranslation();
  const months = (from: number) =>
    MONTHS.filter((month) => month >= from).map((month) => ({ value: month, label: month }));
  return (
    <div>
      <span>{t("calendar.fiscal")}</span>
      <div className="audit-filters">
        <Select
          aria-label={t("calendar.fiscal")}
          value={value.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`calendar.fiscal.${kind}`) }))}
          onChange={(kind) => onChange(FiscalYear.parse(STARTS[kind]))}
        />
        {value.kind === "months" && (
          <Select
            aria-label={t("calendar.fiscal.start")}
            value={value.startMonth}
            options={months(2)}
            onChange={(startMonth) => onChange({ ...value, startMonth })}
          />
        )}
        {value.kind === "weeks" && (
          <>
            <Select
              aria-label={t("calendar.fiscal.pattern")}
              value={value.pattern}
              options={PATTERNS.map((pattern) => ({ value: pattern, label: pattern }))}
              onChange={(pattern) => onChange({ ...value, pattern })}
            />
            <Select
              aria-label={t("calendar.fiscal.end")}
              value={value.yearEnd.month}
              options={months(1)}
              onChange={(month) => onChange({ ...value, yearEnd: { ...value.yearEnd, month } })}
            />
          </>
        )}
      </div>
    </div>
  );
}
