import type { LibraryKpi } from "@dabiao/core/metrics/library-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useMetrics } from "./use-metrics.ts";

/** How a KPI is counted, in one line: 拜访 · 计数 · 按发生, or a formula with names in place of keys. */
export function useRuleSummary(): (kpi: LibraryKpi) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const { objects, metric } = useMetrics();
  const nameOf = (key: string) => {
    const found = metric(key);
    return found ? localText(found.label, locale) : key;
  };
  return ({ formula, rules: [rule] }) => {
    if (formula !== null) return formulaWords(formula, nameOf);
    if (!rule) return "";
    if (rule.manual) return t("library.kind.manual");
    const object = objects.find(({ key }) => key === rule.object);
    const parts = [
      object ? localText(object.label, locale) : "",
      t(`metric.aggregate.${rule.aggregate}`),
      rule.basis ? t("library.by", { basis: t(`designer.basis.${rule.basis}`) }) : "",
    ];
    return parts.filter((part) => part !== "").join(" · ");
  };
}

/** [won_count] / [closed_count] reads 赢单数 ÷ 结单数. */
export function formulaWords(formula: string, nameOf: (key: string) => string): string {
  return formula
    .replaceAll(/\[([^\]]+)\]/g, (_, key: string) => nameOf(key))
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" * ", " × ");
}
