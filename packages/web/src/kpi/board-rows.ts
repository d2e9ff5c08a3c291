import type { Board, BoardCell, BoardRow } from "@dabiao/core/goals/board.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";

/** A unit or person of the board with those below it. */
export interface BoardNode {
  readonly row: BoardRow;
  readonly children: readonly BoardNode[];
}

/**
 * The board as a tree, siblings in order.
 *
 * @param sort a KPI's key: most behind first; `gap`: most behind in any KPI first; `name`
 */
export function boardTree(board: Board, sort: string): BoardNode[] {
  const ids = new Set(board.units.map(({ id }) => id));
  const below = new Map<string | null, BoardRow[]>();
  for (const row of [...board.units, ...board.people]) {
    const parent = row.parentId !== null && ids.has(row.parentId) ? row.parentId : null;
    const rows = below.get(parent);
    if (rows) rows.push(row);
    else below.set(parent, [row]);
  }
  const compare = comparison(board.kpis, sort);
  const nodes = (parent: string | null): BoardNode[] =>
    [...(below.get(parent) ?? [])]
      .sort(compare)
      .map((row) => ({ row, children: row.kind === "unit" ? nodes(row.id) : [] }));
  const top = nodes(null);
  // A company with one unit at the top has the whole twice: the board's own row says it already.
  const [only] = top;
  return top.length === 1 && only?.row.kind === "unit" && board.total.kind === "company" ? [...only.children] : top;
}

function comparison(kpis: readonly string[], sort: string): (a: BoardRow, b: BoardRow) => number {
  if (sort === "name") return byName;
  const at = kpis.indexOf(sort);
  const rank = (row: BoardRow) => (at >= 0 ? rankOf(row.cells[at]) : worst(row.cells));
  return (a, b) => compareRanks(rank(a), rank(b)) || byName(a, b);
}

function byName(a: BoardRow, b: BoardRow): number {
  return a.name.localeCompare(b.name, "zh-Hans-CN-u-co-pinyin");
}

/** Pace where there is a target; without one, the figure: larger first. */
function rankOf(cell: BoardCell | undefined): { readonly kind: "pace" | "actual" | "none"; readonly value: Decimal } {
  if (cell?.pace != null) return { kind: "pace", value: decimal(cell.pace) };
  if (cell?.actual != null) return { kind: "actual", value: decimal(cell.actual).negated() };
  return { kind: "none", value: decimal(0) };
}

type Rank = ReturnType<typeof rankOf>;
const KINDS = ["pace", "actual", "none"];

function compareRanks(a: Rank, b: Rank): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.value.cmp(b.value);
}

function worst(cells: readonly BoardCell[]): Rank {
  return cells.map(rankOf).sort(compareRanks)[0] ?? rankOf(undefined);
}

/** Everybody and every unit once, the whole first: what a file or a list of cards shows. */
export function flatten(nodes: readonly BoardNode[], depth = 0): { readonly row: BoardRow; readonly depth: number }[] {
  return nodes.flatMap(({ row, children }) => [{ row, depth }, ...flatten(children, depth + 1)]);
}
