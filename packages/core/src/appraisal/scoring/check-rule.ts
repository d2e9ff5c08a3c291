import { type Decimal, decimal, sum } from "../../numbers/decimal.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import type { Attain } from "./attain.ts";
import { checkBands, type ScoringBand } from "./scoring-band.ts";
import type { RuleOf, ScoringRule } from "./scoring-rule.ts";

/** What is wrong with a rule, whoever it will be applied to. @source SPEC.md S-01 to S-09 */
export function checkScoringRule(rule: ScoringRule, path: RefusalPath = []): Issue[] {
  switch (rule.kind) {
    case "proportional":
      return checkProportional(rule, path);
    case "bands":
      return [
        ...checkBands(rule.bands, [...path, "bands"]),
        ...(rule.allowOver ? [] : overFull(rule.bands, rule.full, [...path, "bands"])),
      ];
    case "perUnit":
      return checkPerUnit(rule, path);
    case "matrix":
      return checkMatrix(rule, path);
    case "rating":
      return checkRatingRule(rule, path);
    case "rank":
      return rule.points.kind === "bands" ? checkBands(rule.points.bands, [...path, "points", "bands"]) : [];
  }
}

/** Whether the rule can score against this target: 0 has no attainment. @source SPEC.md S-06 */
export function checkRuleTarget(rule: ScoringRule, target: Decimal | null, path: RefusalPath = []): Issue[] {
  const fault =
    target?.isZero() === true && attainsOf(rule).some(({ formula, unitScale }) => cannotZero(formula, unitScale));
  return fault ? [{ code: "scoring_target_zero", params: {}, path }] : [];
}

function cannotZero(formula: Attain["formula"], unitScale: boolean): boolean {
  return formula !== "baseline" && !(unitScale && formula !== "downRatio");
}

function attainsOf(rule: ScoringRule): Attain[] {
  if (rule.kind === "proportional") return [rule.attain];
  return "measure" in rule && rule.measure.of === "attainment" ? [rule.measure.attain] : [];
}

function checkProportional({ floor, cap, gate }: RuleOf<"proportional">, path: RefusalPath): Issue[] {
  return [
    ...(decimal(floor).gt(cap) ? [{ code: "scoring_cap", params: { floor, cap }, path: [...path, "cap"] }] : []),
    ...(gate !== undefined && decimal(gate).gt(cap)
      ? [{ code: "scoring_gate", params: { gate, cap }, path: [...path, "gate"] }]
      : []),
  ];
}

function overFull(bands: readonly ScoringBand[], full: string, path: RefusalPath): Issue[] {
  return bands.flatMap(({ points }, index) =>
    decimal(points).gt(full)
      ? [{ code: "scoring_band_over", params: { band: index + 1, points, full }, path: [...path, index, "points"] }]
      : [],
  );
}

function checkPerUnit({ above, below, min, max }: RuleOf<"perUnit">, path: RefusalPath): Issue[] {
  return [
    ...(above === null && below === null ? [{ code: "scoring_no_units", params: {}, path: [...path, "above"] }] : []),
    ...(decimal(min).gt(max) ? [{ code: "scoring_points_range", params: { min, max }, path: [...path, "max"] }] : []),
  ];
}

function checkMatrix({ rows, columns, values }: RuleOf<"matrix">, path: RefusalPath): Issue[] {
  const full = values.length === rows.length + 1 && values.every((row) => row.length === columns.length + 1);
  return [
    ...[
      { list: rows, at: "rows" },
      { list: columns, at: "columns" },
    ].flatMap(({ list, at }) =>
      rises(list) ? [] : [{ code: "scoring_matrix_order", params: {}, path: [...path, at] }],
    ),
    ...(full
      ? []
      : [
          {
            code: "scoring_matrix_size",
            params: { rows: rows.length + 1, columns: columns.length + 1 },
            path: [...path, "values"],
          },
        ]),
  ];
}

function rises(list: readonly string[]): boolean {
  return list.every((text, index) => index === 0 || decimal(text).gt(list[index - 1] ?? text));
}

function checkRatingRule({ options, free, raters, max }: RuleOf<"rating">, path: RefusalPath): Issue[] {
  const names = [...options.map(({ key }) => key), ...raters.map(({ role }) => role)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const weights = raters.map(({ weight }) => decimal(weight));
  return [
    ...(options.length === 0 && !free
      ? [{ code: "scoring_rating_scale", params: {}, path: [...path, "options"] }]
      : []),
    ...options.flatMap(({ key, points }, index) =>
      decimal(points).isNegative() || decimal(points).gt(max)
        ? [
            {
              code: "scoring_rating_points",
              params: { option: key, points, max },
              path: [...path, "options", index, "points"],
            },
          ]
        : [],
    ),
    ...(twice === undefined ? [] : [{ code: "scoring_rating_twice", params: { name: twice }, path }]),
    ...(weights.some((weight) => weight.isNegative()) || sum(weights).isZero()
      ? [{ code: "scoring_rater_weights", params: {}, path: [...path, "raters"] }]
      : []),
  ];
}
