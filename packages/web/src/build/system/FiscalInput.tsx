import { FiscalYear } from "@dabiao/core/calendar/calendar-body.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { MonthSelect } from "./MonthSelect.tsx";
import { WeekFiscalInput } from "./WeekFiscalInput.tsx";
import "./calendar-messages.ts";

const KINDS = ["natural", "months", "weeks", "iso"] as const;

const STARTS: Readonly<Record<(typeof KINDS)[number], unknown>> = {
  natural: { kind: "natural" },
  months: { kind: "months", startMonth: 4 },
  weeks: { kind: "weeks", pattern: "4-4-5", yearEnd: { rule: "last", month: 12 }, label: "end" },
  iso: { kind: "iso" },
};

interface FiscalInputProps {
  readonly value: FiscalYear;
  onChange(value: FiscalYear): void;
}

/** K-07: when the company's year begins, what it is called and how it is cut. */
export function FiscalInput({ value, onChange }: FiscalInputProps) {
  const { t } = useTranslation();
  return (
    <div>
      <span>{t("calendar.fiscal")}</span>
      <div className="fiscal-fields">
        <Select
          aria-label={t("calendar.fiscal")}
          value={value.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`calendar.fiscal.${kind}`) }))}
          onChange={(kind) => onChange(FiscalYear.parse(STARTS[kind]))}
        />
        {value.kind === "months" && (
          <>
            <MonthSelect
              label={t("calendar.fiscal.start")}
              from={2}
              value={value.startMonth}
              onChange={(startMonth) => onChange({ ...value, startMonth })}
            />
            <YearLabel value={value.label} onChange={(label) => onChange({ ...value, label })} />
          </>
        )}
        {value.kind === "weeks" && (
          <>
            <WeekFiscalInput value={value} onChange={onChange} />
            <YearLabel value={value.label} onChange={(label) => onChange({ ...value, label })} />
          </>
        )}
        {(value.kind === "weeks" || value.kind === "iso") && (
          <Select
            aria-label={t("calendar.comparison")}
            prefix={t("calendar.comparison")}
            value={value.comparison}
            options={(["restated", "plain"] as const).map((each) => ({
              value: each,
              label: t(`calendar.comparison.${each}`),
            }))}
            onChange={(comparison) => onChange({ ...value, comparison })}
          />
        )}
      </div>
    </div>
  );
}

interface YearLabelProps {
  readonly value: "start" | "end";
  onChange(value: "start" | "end"): void;
}

/** FY2026 is named after the year it begins in, or the one it ends in. */
function YearLabel({ value, onChange }: YearLabelProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t("calendar.yearLabel")}
      prefix={t("calendar.yearLabel")}
      value={value}
      options={(["start", "end"] as const).map((each) => ({ value: each, label: t(`calendar.yearLabel.${each}`) }))}
      onChange={onChange}
    />
  );
}
