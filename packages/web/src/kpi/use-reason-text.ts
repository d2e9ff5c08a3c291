import type { MetricRule } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useObjectFields } from "../metrics/use-object-fields.ts";
import { wordsOfFilter } from "../metrics/words-of-filter.ts";
import "../metrics/rule-messages.ts";

/** Why a record does not count, in words: 不满足「阶段 是 赢单」. */
export function useReasonText(rule: MetricRule): (reason: string) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const fields = useObjectFields(rule.object);
  const date = fields.find(({ key }) => key === rule.date);
  return (reason) => {
    const [kind = "", at] = reason.split(":");
    const condition = kind === "filter" ? rule.conditions[Number(at)] : undefined;
    if (condition) return t("kpi.out.filter", { filter: wordsOfFilter(condition, { fields, locale, t }) });
    return t(`kpi.out.${kind}`, { date: date ? localText(date.label, locale) : rule.date });
  };
}
