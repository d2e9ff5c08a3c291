import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useMetrics } from "./use-metrics.ts";

interface GroupSelectProps {
  readonly value: string | null;
  readonly onChange: (group: string | null) => void;
}

/** A group of the library: one there is already, or a new one by its name. */
export function GroupSelect({ value, onChange }: GroupSelectProps) {
  const { t } = useTranslation();
  const { metrics, kpis } = useMetrics();
  const known = new Set([...metrics, ...kpis].flatMap(({ group }) => group ?? []));
  return (
    <Select
      mode="tags"
      maxCount={1}
      className="design-wide"
      value={value === null ? [] : [value]}
      options={[...known].map((group) => ({
        value: group,
        label: t(`library.group.${group}`, { defaultValue: group }),
      }))}
      aria-label={t("designer.group")}
      onChange={(groups: string[]) => onChange(groups[0]?.slice(0, 40) ?? null)}
    />
  );
}
