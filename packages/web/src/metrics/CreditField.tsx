import type { AggregateMeasure, Credit } from "@dabiao/core/metrics/metric.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Issue } from "@dabiao/core/platform/refusal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { DesignField } from "./DesignField.tsx";

interface CreditFieldProps {
  readonly measure: AggregateMeasure;
  readonly fields: readonly FieldIndex[];
  readonly issues: readonly Issue[];
  readonly onChange: (credit: Credit) => void;
}

/** Whose number a record is: its owner then or now, who made it, or a person it names. A split stays as it was defined. */
export function CreditField({ measure: { credit }, fields, issues, onChange }: CreditFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const people = fields.filter(({ type, system }) => type === "member" && !system);
  const options = [
    { value: "owner:event", label: t("metric.credit.owner.event") },
    { value: "owner:current", label: t("metric.credit.owner.current") },
    { value: "creator", label: t("metric.credit.creator") },
    ...people.map(({ key, label }) => ({ value: `member:${key}`, label: localText(label, locale) })),
    ...(credit.kind === "split" ? [{ value: "split", label: t("metric.credit.split") }] : []),
  ];
  return (
    <DesignField label={t("metric.credit")} path={["measure", "credit"]} issues={issues}>
      <Select
        value={nameOf(credit)}
        options={options}
        aria-label={t("metric.credit")}
        onChange={(name: string) => {
          const next = creditNamed(name);
          if (next) onChange(next);
        }}
      />
    </DesignField>
  );
}

function nameOf(credit: Credit): string {
  switch (credit.kind) {
    case "owner":
      return `owner:${credit.at}`;
    case "member":
      return `member:${credit.field}`;
    default:
      return credit.kind;
  }
}

function creditNamed(name: string): Credit | null {
  const [kind, rest = ""] = name.split(":");
  if (kind === "owner") return { kind, at: rest === "current" ? "current" : "event" };
  if (kind === "member") return { kind, field: rest };
  return kind === "creator" ? { kind } : null;
}
