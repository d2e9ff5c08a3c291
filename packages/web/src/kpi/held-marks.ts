import type { Board, BoardRow } from "@dabiao/core/goals/board.ts";
import { type Mark, markOf } from "@dabiao/core/metrics/mark.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { KpiInfo } from "../metrics/use-metrics.ts";

/** Marks as they were last shown, by KPI, period and row: for as long as the page is open. */
const held = new Map<string, Mark>();
const HELD_MAX = 50_000;

/**
 * A board as it came, with marks that do not flicker: a mark once shown is lost only two points below its threshold, so that a
 * live board does not change its mind with every deal. For a query's answer, not for drawing.
 */
export function withHeldMarks(board: Board, kpis: readonly KpiInfo[]): Board {
  if (held.size > HELD_MAX) held.clear();
  const thresholds = board.kpis.map((key) => kpis.find((kpi) => kpi.key === key)?.thresholds);
  const row = (each: BoardRow): BoardRow => ({
    ...each,
    cells: each.cells.map((cell, index) => {
      const name = `${board.kpis[index]}/${board.period}/${each.kind}/${each.id}`;
      const mark = markOf(cell.pace === null ? null : decimal(cell.pace), thresholds[index], held.get(name));
      held.set(name, mark);
      return mark === cell.mark ? cell : { ...cell, mark };
    }),
  });
  return { ...board, total: row(board.total), units: board.units.map(row), people: board.people.map(row) };
}
