import { declareKind, type Kind, type Reference } from "../model/kind.ts";
import { decimal } from "../numbers/decimal.ts";
import type { Issue } from "../platform/refusal.ts";
import { ScorecardBody, type ScorecardItem } from "./scorecard.ts";
import { checkCardScoring } from "./scoring/check-card.ts";
import { checkRuleTarget } from "./scoring/check-rule.ts";

/** A2: scorecards. Weights make exactly 100, rules answer every value, and every line has what it looks at. */
export const scorecardKind: Kind<ScorecardBody> = declareKind<ScorecardBody>({
  kind: "scorecard",
  schema: ScorecardBody,
  references,
  check: (body) => [
    ...checkCardScoring(body),
    ...body.items.flatMap((item, index) => checkItem(item, ["items", index])),
    ...checkGates(body),
  ],
});

function references(body: ScorecardBody): Reference[] {
  const kpis = [...body.items.flatMap(kpisOf), ...body.gateSources.map(({ kpi }) => kpi)];
  const calendars = body.items.flatMap(({ source }) =>
    source.kind === "kpi" && source.calendar !== undefined ? [source.calendar] : [],
  );
  return [
    ...[...new Set(kpis)].map((key) => ({ kind: "kpi", key })),
    ...[...new Set([body.calendar, ...calendars])].map((key) => ({ kind: "calendar", key })),
    ...body.for.roles.map((key) => ({ kind: "role", key })),
  ];
}

function kpisOf({ source, rule }: ScorecardItem): string[] {
  return [...(source.kind === "kpi" ? [source.kpi] : []), ...(rule.kind === "matrix" ? [rule.columnKpi] : [])];
}

function checkItem(item: ScorecardItem, path: readonly (string | number)[]): Issue[] {
  const { source, rule } = item;
  const issue = (code: string, at: string): Issue => ({ code, params: { item: item.key }, path: [...path, at] });
  if (source.kind !== "kpi") {
    return [
      ...(item.label === undefined ? [issue("card_item_label", "label")] : []),
      ...(source.kind === "rating" && rule.kind !== "rating" ? [issue("card_item_rating", "rule")] : []),
      ...(source.kind === "award" && item.kind === "scored" ? [issue("card_item_award", "kind")] : []),
    ];
  }
  if (rule.kind === "rating") return [issue("card_item_measured", "rule")];
  const grain = source.grain;
  return [
    ...(source.target.kind === "fixed"
      ? checkRuleTarget(rule, decimal(source.target.amount), [...path, "source", "target"])
      : []),
    ...(source.target.kind === "none" && needsTarget(item) ? [issue("card_item_target", "source")] : []),
    ...(grain === "day" || grain === "week" ? [issue("card_item_grain", "source")] : []),
  ];
}

function needsTarget({ rule }: ScorecardItem): boolean {
  if (rule.kind === "proportional") return true;
  return "measure" in rule && rule.measure.of !== "actual";
}

function checkGates({ scoring, gateSources }: ScorecardBody): Issue[] {
  const known = new Set(gateSources.map(({ gate }) => gate));
  return scoring.gates.flatMap(({ key }, index) =>
    known.has(key) ? [] : [{ code: "card_gate_source", params: { gate: key }, path: ["scoring", "gates", index] }],
  );
}
