import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import "./pace-messages.ts";

const BACK = [1, 7, 30] as const;

interface SinceSelectProps {
  /** Days back, or a moment as the browser's own input writes it. */
  readonly value: number | string;
  onChange(value: number | string): void;
}

/** Since when changes are told: this hour yesterday, a week or a month ago, or any moment. */
export function SinceSelect({ value, onChange }: SinceSelectProps) {
  const { t } = useTranslation();
  return (
    <span className="since">
      <Select
        size="small"
        value={typeof value === "number" ? value : 0}
        aria-label={t("kpi.since")}
        options={[
          ...BACK.map((days) => ({ value: days as number, label: t(`kpi.since.${days}`) })),
          { value: 0, label: t("kpi.since.other") },
        ]}
        popupMatchSelectWidth={false}
        onChange={(days) => onChange(days === 0 ? "" : days)}
      />
      {typeof value === "string" && (
        <Input
          size="small"
          type="datetime-local"
          aria-label={t("kpi.since.moment")}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </span>
  );
}
