import type { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { useTranslation } from "react-i18next";
import { shownPercent } from "./shown-number.ts";
import "./rule-messages.ts";

/** A rule in a few words, for a row of a list. */
export function useRuleWords(): (rule: ScoringRule) => string {
  const { t } = useTranslation();
  return (rule) => {
    switch (rule.kind) {
      case "proportional":
        return rule.gate === undefined
          ? t("rule.words.proportional", { cap: shownPercent(rule.cap) })
          : t("rule.words.gated", { gate: shownPercent(rule.gate), cap: shownPercent(rule.cap) });
      case "bands":
        return t("rule.words.bands", { count: rule.bands.length });
      case "perUnit":
        return t("rule.words.perUnit", { base: rule.base, min: rule.min, max: rule.max });
      case "matrix":
        return t("rule.words.matrix", { rows: rule.rows.length + 1, columns: rule.columns.length + 1 });
      case "rating":
        return t("rule.words.rating", { raters: rule.raters.map(({ role }) => t(`rater.${role}`)).join("、") });
      case "rank":
        return t("rule.words.rank");
    }
  };
}
