import { type Decimal, decimal, sum } from "../../numbers/decimal.ts";
import type { LocalText } from "../../platform/text.ts";
import { block, type Finding, pass, warn } from "./finding.ts";

/** One line of a scorecard as the lint sees it. Bonus and penalty lines stand outside the 100 and are not handed in. */
export interface LintedItem {
  readonly key: string;
  readonly label: LocalText;
  /** Null for a qualitative line. */
  readonly kpi: string | null;
  readonly type: "result" | "process" | "support" | null;
  /** A decimal in percent. */
  readonly weight: string;
  /** What the lint of the line's KPI found. */
  readonly findings?: readonly Finding[];
}

/** Lines that are weighed together: the whole card, or one of its dimensions. */
export interface LintedCard {
  readonly items: readonly LintedItem[];
  /** Whether weights are to sum to 100 over all lines; `false` where each dimension does so by itself. */
  readonly sumsToHundred?: boolean;
}

const FEW = 3;
const MANY = 5;
const TOO_MANY = 10;

/**
 * A scorecard: three to five KPIs, the way as well as the result, weights that sum to 100 exactly and say something.
 *
 * @returns findings under C for the card (with the path of the line), and those of the lines' KPIs
 * @source SPEC.md K-01, S-10
 */
export function lintCard({ items, sumsToHundred = true }: LintedCard): Finding[] {
  const found = [
    ...size(items),
    ...balance(items),
    ...(sumsToHundred ? total(items) : []),
    ...items.flatMap((item, index) => weight(item, index)),
    ...twice(items),
  ];
  const own = found.length === 0 ? [pass("C", "card_ok", { count: items.length })] : found;
  const ofLines = items.flatMap(({ label, findings = [] }, index) =>
    findings
      .filter(({ level }) => level !== "pass")
      .map((each) => ({ ...each, params: { ...each.params, item: label }, path: ["items", index, ...each.path] })),
  );
  return [...own, ...ofLines];
}

function size(items: readonly LintedItem[]): Finding[] {
  const count = items.length;
  if (count === 0) return [block("C", "card_empty", ["items"])];
  if (count > TOO_MANY) return [block("C", "card_far_too_many", ["items"], { count })];
  if (count > MANY) return [warn("C", "card_too_many", ["items"], { count })];
  return count < FEW ? [warn("C", "card_too_few", ["items"], { count })] : [];
}

function balance(items: readonly LintedItem[]): Finding[] {
  const types = items.flatMap(({ type }) => (type === null ? [] : [type]));
  if (types.length === 0) return [];
  if (types.every((type) => type === "result")) return [warn("C", "card_only_results", ["items"])];
  if (!types.includes("process")) return [warn("C", "card_no_process", ["items"])];
  return types.includes("result") ? [] : [warn("C", "card_no_result", ["items"])];
}

function total(items: readonly LintedItem[]): Finding[] {
  if (items.length === 0) return [];
  const weights = sum(items.map((item) => decimal(item.weight)));
  if (weights.eq(100)) return [];
  const missing = decimal(100).minus(weights);
  return [block("C", "card_weights_sum", ["items"], { sum: weights.toFixed(), missing: missing.toFixed() })];
}

function weight({ label, weight: text }: LintedItem, index: number): Finding[] {
  const value = decimal(text);
  const path = ["items", index, "weight"];
  const params = { item: label, weight: value.toFixed() };
  if (value.lte(0)) return [block("C", "card_weight_none", path, params)];
  if (value.lt(5)) return [warn("C", "card_weight_small", path, params)];
  if (value.gt(60)) return [warn("C", "card_weight_large", path, params)];
  return isMultipleOfFive(value) ? [] : [warn("C", "card_weight_odd", path, params)];
}

function isMultipleOfFive(value: Decimal): boolean {
  return value.mod(5).isZero();
}

/** The same KPI twice counts twice; so does the same thing under two keys with one name. */
function twice(items: readonly LintedItem[]): Finding[] {
  return items.flatMap((item, index) => {
    const first = items.findIndex(
      (each) => (item.kpi !== null && each.kpi === item.kpi) || each.label.zh.trim() === item.label.zh.trim(),
    );
    return first < index ? [block("C", "card_twice", ["items", index], { item: item.label })] : [];
  });
}
