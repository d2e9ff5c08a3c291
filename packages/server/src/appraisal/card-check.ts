import { scorecardKind } from "@dabiao/core/appraisal/scorecard-kind.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { lintCard } from "@dabiao/core/metrics/lint/lint-card.ts";
import type { PublishCheck } from "../model/publish-check.ts";
import { labelOf } from "./sheet-lines.ts";

/** What the lint finds in a card stands in the way of publishing it, unless a reason is given (K-01). */
export const scorecardCheck: PublishCheck = async (_ws, { kind, body }, { after }) => {
  if (kind !== scorecardKind.kind) return [];
  const card = scorecardKind.schema.parse(body);
  const scored = card.items.filter((item) => item.kind === "scored");
  return lintCard({
    items: scored.map((item) => ({
      key: item.key,
      label: labelOf(after, item),
      kpi: item.source.kind === "kpi" ? item.source.kpi : null,
      type: item.source.kind === "kpi" ? (after.get(kpiKind, item.source.kpi)?.type ?? null) : null,
      weight: item.weight,
    })),
    sumsToHundred: card.scoring.weights === "items",
  });
};
