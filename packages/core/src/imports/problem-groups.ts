import type { ImportProblem } from "./import.ts";
import type { CellFault } from "./read-row.ts";

/** Groups told one by one; past them values of a column are told together. */
const GROUPS_MAX = 300;
/** Row numbers named per group. */
const ROWS_SHOWN = 20;

type Severity = ImportProblem["severity"];

/** Gathers faults of many rows: the same fault in the same column at the same value is told once, with its count. */
export class ProblemGroups {
  readonly #groups = new Map<string, ImportProblem>();

  /** Whether a fault is the first of its kind: only then suggestions are worth looking for. */
  isNew(fault: CellFault): boolean {
    return this.#groups.size < GROUPS_MAX && !this.#groups.has(keyOf(fault));
  }

  add(row: number, fault: CellFault, severity: Severity, suggestions: readonly string[] = []): void {
    const full = this.#groups.size >= GROUPS_MAX && !this.#groups.has(keyOf(fault));
    const told = full ? { ...fault, value: null } : fault;
    const group = this.#groups.get(keyOf(told)) ?? this.#begin(keyOf(told), told, severity, suggestions);
    group.count += 1;
    if (group.rows.length < ROWS_SHOWN) group.rows.push(row);
  }

  /** Something about all rows at once. */
  note(fault: CellFault, count: number): void {
    const group = this.#groups.get(keyOf(fault)) ?? this.#begin(keyOf(fault), fault, "warning", []);
    group.count += count;
  }

  /** Errors first, then by how many rows they touch. */
  list(): ImportProblem[] {
    const rank = (problem: ImportProblem) => (problem.severity === "error" ? 0 : 1);
    return [...this.#groups.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  }

  #begin(key: string, fault: CellFault, severity: Severity, suggestions: readonly string[]): ImportProblem {
    const { column, field, code, params, value } = fault;
    const group: ImportProblem = {
      column,
      field,
      code,
      params: { ...params },
      value,
      count: 0,
      rows: [],
      suggestions: [...suggestions],
      severity,
    };
    this.#groups.set(key, group);
    return group;
  }
}

function keyOf({ column, field, code, value }: CellFault): string {
  return `${column}|${field}|${code}|${value}`;
}
