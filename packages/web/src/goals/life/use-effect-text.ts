import type { ChangeEffect } from "@dabiao/core/goals/goal-change.ts";
import { useTranslation } from "react-i18next";
import "./change-messages.ts";

/** What a change does, in a word: × 0.8, 3 个新目标. */
export function useEffectText(): (effect: ChangeEffect) => string {
  const { t } = useTranslation();
  return (effect) => {
    switch (effect.kind) {
      case "factor":
        return t("change.effect.times", { factor: effect.factor });
      case "tiers":
        return effect.tiers
          .map(({ slice, factor }) => t("change.effect.tier", { slice, factor }))
          .join(t("change.joint"));
      case "amounts":
        return t("change.effect.amounts.count", { count: effect.lines.length });
    }
  };
}
