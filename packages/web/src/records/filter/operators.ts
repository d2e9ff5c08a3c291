import type { Family } from "@dabiao/core/model/field-type.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { Operator } from "@dabiao/core/records/filter.ts";

const EMPTY = ["is_empty", "is_not_empty"] as const;
const OF_FAMILY: Readonly<Record<Family, readonly Operator[]>> = {
  text: ["contains", "not_contains", "eq", "ne", "starts_with", ...EMPTY],
  number: ["eq", "ne", "gt", "ge", "lt", "le", "between", ...EMPTY],
  boolean: ["eq", ...EMPTY],
  date: ["period", "eq", "ge", "le", "between", ...EMPTY],
  datetime: ["period", "eq", "ge", "le", "between", ...EMPTY],
  option: ["in", "not_in", ...EMPTY],
  options: ["has_any", "has_all", "not_contains", ...EMPTY],
  reference: ["in", "not_in", ...EMPTY],
  references: ["has_any", "has_all", "not_contains", ...EMPTY],
  json: ["contains", "not_contains", ...EMPTY],
  none: [],
};

/** The conditions a field can be filtered by, the most useful first. */
export function operatorsOf(field: FieldIndex): readonly Operator[] {
  if (field.right === "masked") return ["eq", ...EMPTY];
  if (field.target?.kind === "file") return EMPTY;
  const operators = OF_FAMILY[field.family as Family] ?? [];
  return field.target?.kind === "member" && field.family === "reference"
    ? ["mine", "my_unit", "my_subtree", ...operators]
    : operators;
}

/** What a condition asks for beside its operator. */
export type ValueShape = "none" | "one" | "two" | "many" | "period";

const SHAPES: Partial<Readonly<Record<Operator, ValueShape>>> = {
  is_empty: "none",
  is_not_empty: "none",
  mine: "none",
  my_unit: "none",
  my_subtree: "none",
  between: "two",
  in: "many",
  not_in: "many",
  has_any: "many",
  has_all: "many",
  period: "period",
};

export function valueShape(op: Operator): ValueShape {
  return SHAPES[op] ?? "one";
}

/** Periods offered by name; keys such as 2026-Q1 arrive by links. */
export const PERIODS = [
  "today",
  "tomorrow",
  "yesterday",
  "this_week",
  "last_week",
  "next_week",
  "this_month",
  "last_month",
  "next_month",
  "this_quarter",
  "last_quarter",
  "this_year",
  "last_year",
  "last_7_days",
  "last_30_days",
  "next_7_days",
  "next_30_days",
  "past",
  "future",
] as const;
