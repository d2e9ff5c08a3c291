import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { CutAnswer } from "./cut-query.ts";

/** One row of a breakdown: its figures over the whole period, and those of each part by the part's key. */
export interface CutRow {
  readonly key: string | null;
  readonly whole: readonly (string | null)[];
  readonly parts: ReadonlyMap<string, readonly (string | null)[]>;
}

const ROWS_MAX = 10_000;

/** The rows of an answer, the largest of the first metric on top, and the parts in their order. */
export function cutRows(
  { whole, parts }: CutAnswer,
  keep: (key: string | null) => boolean,
): { readonly rows: readonly CutRow[]; readonly columns: readonly string[]; readonly truncated: boolean } {
  const byRow = new Map<string | null, Map<string, readonly (string | null)[]>>();
  for (const { key, values } of parts?.rows ?? []) {
    const [row = null, column] = key;
    if (column == null) continue;
    const known = byRow.get(row) ?? new Map<string, readonly (string | null)[]>();
    byRow.set(row, known.set(column, values));
  }
  const columns = new Set([...byRow.values()].flatMap((row) => [...row.keys()]));
  const rows = whole.rows
    .map(({ key: [key = null], values }) => ({ key, whole: values, parts: byRow.get(key) ?? new Map() }))
    .filter(({ key }) => keep(key));
  return {
    rows: rows.sort((a, b) => compare(b.whole[0] ?? null, a.whole[0] ?? null)).slice(0, ROWS_MAX),
    columns: [...columns].sort(),
    truncated: whole.truncated || (parts?.truncated ?? false) || rows.length > ROWS_MAX,
  };
}

/** Unknown figures stand below all others. */
export function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return decimal(a).cmp(b);
}
