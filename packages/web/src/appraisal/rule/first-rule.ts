import { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";

export const RULE_KINDS = ["proportional", "bands", "perUnit", "matrix", "rank", "rating"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

const SCALE = [
  { key: "S", label: { zh: "卓越", en: "Outstanding" }, points: "120", comment: true },
  { key: "A", label: { zh: "优秀", en: "Excellent" }, points: "100" },
  { key: "B", label: { zh: "良好", en: "Good" }, points: "80" },
  { key: "C", label: { zh: "待改进", en: "To improve" }, points: "60" },
  { key: "D", label: { zh: "不合格", en: "Unsatisfactory" }, points: "0", comment: true },
];

/** A rule of a kind to begin with; better is up unless the KPI says otherwise. */
export function firstRule(kind: RuleKind, direction: "up" | "down", secondKpi: string): ScoringRule {
  const attain = { formula: direction };
  const measure = { of: "attainment", attain };
  switch (kind) {
    case "proportional":
      return ScoringRule.parse({ kind, attain });
    case "bands":
      return ScoringRule.parse({
        kind,
        measure,
        better: "up",
        bands: [
          { from: null, to: "0.6", points: "0" },
          { from: "0.6", to: "0.8", points: "60" },
          { from: "0.8", to: "1", points: "80" },
          { from: "1", to: null, points: "100" },
        ],
      });
    case "perUnit":
      return ScoringRule.parse({
        kind,
        measure,
        base: "100",
        standard: "1",
        above: null,
        below: { unit: "0.05", points: "-5", count: "floor" },
        max: "100",
      });
    case "matrix":
      return ScoringRule.parse({
        kind,
        measure,
        columnKpi: secondKpi,
        columnMeasure: measure,
        rows: ["0.8", "1"],
        columns: ["0.8", "1"],
        values: [
          ["0", "40", "60"],
          ["40", "80", "90"],
          ["60", "90", "100"],
        ],
      });
    case "rank":
      return ScoringRule.parse({ kind, measure, better: "up", points: { kind: "linear", top: "100", bottom: "60" } });
    case "rating":
      return ScoringRule.parse({ kind, options: SCALE, raters: [{ role: "manager", weight: "100" }] });
  }
}

/** Points of a fact put on record by hand: what is awarded counts, up to the most. */
export function awardRule(max: string): ScoringRule {
  return ScoringRule.parse({
    kind: "perUnit",
    measure: { of: "actual" },
    base: "0",
    standard: "0",
    above: { unit: "1", points: "1", count: "exact" },
    below: null,
    max,
  });
}
