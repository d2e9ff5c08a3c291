import type { RuleOf } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

type Matrix = RuleOf<"matrix">;

/** One more limit of the rows, a step above the last; its points are those of the row below. */
export function withRow(rule: Matrix): Matrix {
  return {
    ...rule,
    rows: [...rule.rows, beyond(rule.rows)],
    values: [...rule.values, [...(rule.values.at(-1) ?? [])]],
  };
}

export function withColumn(rule: Matrix): Matrix {
  const values = rule.values.map((row) => [...row, row.at(-1) ?? "0"]);
  return { ...rule, columns: [...rule.columns, beyond(rule.columns)], values };
}

/** Takes out a limit with the row above it. */
export function withoutRow(rule: Matrix, index: number): Matrix {
  return {
    ...rule,
    rows: rule.rows.filter((_, place) => place !== index),
    values: rule.values.filter((_, place) => place !== index + 1),
  };
}

export function withoutColumn(rule: Matrix, index: number): Matrix {
  return {
    ...rule,
    columns: rule.columns.filter((_, place) => place !== index),
    values: rule.values.map((row) => row.filter((_, place) => place !== index + 1)),
  };
}

export function withCell(rule: Matrix, row: number, column: number, value: string): Matrix {
  return {
    ...rule,
    values: rule.values.map((cells, at) =>
      at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells,
    ),
  };
}

export function withLimit(rule: Matrix, side: "rows" | "columns", index: number, value: string): Matrix {
  return { ...rule, [side]: rule[side].map((limit, place) => (place === index ? value : limit)) };
}

function beyond(limits: readonly string[]): string {
  return decimal(limits.at(-1) ?? "0")
    .plus("0.1")
    .toString();
}
