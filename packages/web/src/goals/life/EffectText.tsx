import type { ChangeEffect } from "@dabiao/core/goals/goal-change.ts";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../metrics/use-metrics.ts";
import { SliceName } from "./SliceName.tsx";
import "./change-messages.ts";

interface EffectTextProps {
  readonly kpi: KpiInfo | undefined;
  readonly effect: ChangeEffect;
}

/** What a change does, in a word: × 0.8, 3 个新目标. */
export function EffectText({ kpi, effect }: EffectTextProps) {
  const { t } = useTranslation();
  switch (effect.kind) {
    case "factor":
      return <>{t("change.effect.times", { factor: effect.factor })}</>;
    case "definition":
      return <>{t("change.effect.definition")}</>;
    case "amounts":
      return <>{t("change.effect.amounts.count", { count: effect.lines.length })}</>;
    case "tiers":
      return effect.tiers.map(({ slice, factor }, index) => (
        <Fragment key={slice}>
          {index > 0 && t("change.joint")}
          <SliceName kpi={kpi} slice={slice} /> {t("change.effect.times", { factor })}
        </Fragment>
      ));
  }
}
