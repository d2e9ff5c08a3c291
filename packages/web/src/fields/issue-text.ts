import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Issue, RefusalParams } from "@dabiao/core/platform/refusal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";

export type Fault = Pick<Issue, "code" | "params">;

/** The sentence of a fault, its fields called by their labels instead of their keys. */
export function useIssueText(fields: readonly FieldIndex[]): (fault: Fault) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const label = (key: string) => {
    const field = fields.find((each) => each.key === key);
    return field ? localText(field.label, locale) : key;
  };
  return ({ code, params }) => t(`refusal.${code}`, { ...named(params, label), defaultValue: code });
}

function named(params: RefusalParams, label: (key: string) => string): Record<string, string> {
  const text = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((each) => text(key, each)).join("、");
    return key === "field" || key === "fields" ? String(value).split(", ").map(label).join("、") : String(value);
  };
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, text(key, value)]));
}
