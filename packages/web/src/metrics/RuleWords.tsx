import type { MetricRule } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import type { Metrics } from "./use-metrics.ts";
import { useObjectFields } from "./use-object-fields.ts";
import { useWhoName } from "./use-who-name.ts";
import { wordsOfFilter } from "./words-of-filter.ts";
import "./designer-messages.ts";
import "./library-messages.ts";
import "./rule-messages.ts";
import "./messages.ts";

interface RuleWordsProps {
  readonly rule: MetricRule;
  readonly metrics: Metrics;
  readonly titled: boolean;
}

/** One aggregate's rule as a list of sentences. */
export function RuleWords({ rule, metrics, titled }: RuleWordsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const fields = useObjectFields(rule.manual ? undefined : rule.object);
  const object = metrics.objects.find(({ key }) => key === rule.object);
  const metric = metrics.metric(rule.metric);
  const labelOf = (key: string) => {
    const found = fields.find((field) => field.key === key);
    return found ? localText(found.label, locale) : key;
  };
  const who = useWhoName();
  const lines = rule.manual
    ? [
        [t("metric.object"), t("library.kind.manual")],
        [t("manual.inputter"), who(rule.manual.inputter)],
        [t("manual.confirmer"), who(rule.manual.confirmer)],
        [t("manual.grain"), t(`period.${rule.manual.grain}`)],
        [t("manual.dueDays"), String(rule.manual.dueDays)],
        [t("manual.rollUp"), t(`metric.aggregate.${rule.aggregate}`)],
      ]
    : [
        [t("metric.object"), object ? localText(object.label, locale) : rule.object],
        [t("metric.aggregate"), t(`metric.aggregate.${rule.aggregate}`)],
        ...(rule.value === null ? [] : [[t("metric.value"), formulaWords(rule.value, labelOf)]]),
        [
          t("metric.date"),
          rule.basis === undefined
            ? labelOf(rule.date)
            : t("rule.basis", { basis: t(`designer.basis.${rule.basis}`), field: labelOf(rule.date) }),
        ],
        [t("metric.credit"), t(`metric.credit.${creditKey(rule)}`)],
        [
          t("metric.filter"),
          rule.conditions.length === 0
            ? t("metric.filter.none")
            : rule.conditions.map((condition) => wordsOfFilter(condition, { fields, locale, t })).join(t("rule.and")),
        ],
      ];
  return (
    <section className="rule-words">
      {titled && metric && <h3>{localText(metric.label, locale)}</h3>}
      <dl>
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The formula with labels in place of keys: [amount] reads [金额]. */
function formulaWords(formula: string, labelOf: (key: string) => string): string {
  return formula.replaceAll(/\[([^\]]+)\]/g, (_, path: string) => `[${path.split(".").map(labelOf).join(".")}]`);
}

function creditKey({ credit }: MetricRule): string {
  return credit.kind === "owner" ? `owner.${credit.at}` : credit.kind;
}
