import type { ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useLocale } from "../../i18n/locale.ts";
import type { Metrics } from "../../metrics/use-metrics.ts";

/** What a line is called: its own name, or its KPI's. */
export function useItemName({ kpis }: Metrics): (item: ScorecardItem) => string {
  const locale = useLocale();
  return ({ key, label, source }) => {
    if (label) return localText(label, locale);
    const kpi = source.kind === "kpi" ? kpis.find((each) => each.key === source.kpi) : undefined;
    return kpi ? localText(kpi.label, locale) : key;
  };
}
