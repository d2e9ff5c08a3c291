import type { PartWorth } from "@dabiao/core/appraisal/part-score.ts";
import type { ScorecardBody, ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import type { SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { roundHalfUp } from "@dabiao/core/numbers/rounding.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import type { PartFacts } from "./facts.ts";
import type { ScoredPart } from "./scored-parts.ts";

/** The lines of a part as a sheet shows them, in the card's order. */
export function sheetLines(
  world: World,
  { part, card, input, score }: ScoredPart,
  facts: PartFacts | undefined,
  worth: PartWorth | null,
): SheetLine[] {
  return card.items.map((item): SheetLine => {
    const line = score.items[item.key];
    const figures = facts?.lines.find((each) => each.item === item.key);
    const entered = input.corrections.findLast((each) => each.item === item.key && each.kind === "actual");
    const reason = input.corrections.findLast((each) => each.item === item.key)?.reason ?? null;
    return {
      item: item.key,
      kind: item.kind,
      source: item.source.kind,
      label: labelOf(world, item),
      dimension: item.dimension ?? null,
      kpi: item.source.kind === "kpi" ? item.source.kpi : null,
      of: item.source.kind === "kpi" ? item.source.of : null,
      unitId: item.source.kind === "kpi" && item.source.of === "unit" ? part.unitId : null,
      periods: figures ? figures.whole.period.split(" ") : [],
      state: line?.state ?? "no_data",
      reason: line?.reason ?? null,
      target: shown(figures?.whole.target),
      actual: shown(entered?.value ?? figures?.whole.actual),
      attain: shown(line?.attainment),
      weight: item.weight,
      effectiveWeight: shown(line?.effectiveWeight),
      score: shown(line?.score),
      full: line?.full ?? item.rule.full,
      given: shown(line?.points),
      points: shown(line?.weighted),
      systemPoints: shown(line?.systemPoints),
      overrideReason: reason,
      evidence: figures?.evidence ?? null,
      gain: worth?.gains.get(item.key) ?? null,
      unit: worth?.units.get(item.key) ?? null,
      scale: item.rule.kind === "rating" ? item.rule : null,
      trace: [...(line?.trace ?? [])],
    };
  });
}

/** Decimals a figure is sent with; nothing is computed from them. */
const PLACES = 12;

export function shown(value: string | null | undefined): string | null {
  return value == null ? null : roundHalfUp(decimal(value), PLACES).toFixed();
}

/** The smallest step of each line's KPI. */
export function leastSteps(world: World, card: ScorecardBody): Record<string, Decimal> {
  return Object.fromEntries(
    card.items.flatMap(({ key, source }) => {
      const step = source.kind === "kpi" ? world.get(kpiKind, source.kpi)?.step : undefined;
      return step === undefined ? [] : [[key, decimal(step)]];
    }),
  );
}

export function labelOf(world: World, { label, source, key }: ScorecardItem): LocalText {
  if (label) return label;
  return (source.kind === "kpi" ? world.get(kpiKind, source.kpi)?.label : undefined) ?? { zh: key };
}
