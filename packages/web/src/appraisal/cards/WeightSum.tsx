import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shownNumber } from "../rule/shown-number.ts";

/** What the weights come to as they are typed: 100, or how far from it. */
export function WeightSum({ body: { items, scoring } }: { readonly body: ScorecardBody }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const scored = items.filter(({ kind }) => kind === "scored");
  const sums =
    scoring.weights === "items"
      ? [{ name: t("cards.weights"), parts: scored }]
      : [
          { name: t("cards.dimensions"), parts: scoring.dimensions },
          ...scoring.dimensions.map(({ key, label }) => ({
            name: localText(label, locale),
            parts: scored.filter(({ dimension }) => dimension === key),
          })),
        ];
  return (
    <output className="weight-sums" aria-live="polite">
      {sums.map(({ name, parts }) => {
        const all = sum(parts.map(({ weight }) => decimal(weight)));
        const missing = decimal(100).minus(all);
        return (
          <span key={name} className="weight-sum" data-exact={missing.isZero()}>
            {missing.isZero()
              ? t("cards.sum.exact", { name })
              : t(missing.isPositive() ? "cards.sum.short" : "cards.sum.over", {
                  name,
                  sum: shownNumber(all, 4),
                  missing: shownNumber(missing.abs(), 4),
                })}
          </span>
        );
      })}
    </output>
  );
}
