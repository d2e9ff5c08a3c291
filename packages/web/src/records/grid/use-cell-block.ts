import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { CellKeyDownEvent, GridApi } from "ag-grid-community";
import { useRef } from "react";
import { fieldText } from "../../fields/field-text.ts";
import { useLocale } from "../../i18n/locale.ts";
import { type CellBlock, edgesOf, writeTsv } from "./cell-block.ts";
import type { GridContext } from "./grid-context.ts";

/** The block of cells marked with Shift and arrows: shown, copied, and the place where a paste begins. */
export interface CellBlocks {
  /** Grows the block by an arrow key; true when the key was one. */
  extend(event: CellKeyDownEvent<RecordRow>): boolean;
  clear(): void;
  holds(row: number, name: string): boolean;
  /** The marked cells, or the one in focus, as a spreadsheet takes them. */
  copy(api: GridApi<RecordRow>): { text: string; count: number };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function useCellBlock(context: GridContext): CellBlocks {
  const locale = useLocale();
  const block = useRef<CellBlock | null>(null);
  const order = useRef<readonly string[]>([]);

  function namesOf(api: GridApi<RecordRow>): readonly string[] {
    return api
      .getAllDisplayedColumns()
      .flatMap((column) => (context.columns.has(column.getColId()) ? column.getColId() : []));
  }

  function focused(api: GridApi<RecordRow>): CellBlock | null {
    const cell = api.getFocusedCell();
    const column = cell ? namesOf(api).indexOf(cell.column.getColId()) : -1;
    if (!cell || column < 0) return null;
    const at = { row: cell.rowIndex, column };
    return { from: at, to: at };
  }

  return {
    extend({ api, event }) {
      const key = event as KeyboardEvent | undefined;
      const step = STEPS[key?.key ?? ""];
      if (!key?.shiftKey || !step) return false;
      const current = block.current ?? focused(api);
      if (!current) return false;
      order.current = namesOf(api);
      const row = Math.max(0, Math.min(api.getDisplayedRowCount() - 1, current.to.row + step[0]));
      const column = Math.max(0, Math.min(order.current.length - 1, current.to.column + step[1]));
      block.current = { from: current.from, to: { row, column } };
      key.preventDefault();
      api.refreshCells({ force: true });
      return true;
    },
    clear() {
      block.current = null;
    },
    holds(row, name) {
      if (!block.current) return false;
      const { top, bottom, left, right } = edgesOf(block.current);
      const column = order.current.indexOf(name);
      return row >= top && row <= bottom && column >= left && column <= right;
    },
    copy(api) {
      const edges = block.current ?? focused(api);
      if (!edges) return { text: "", count: 0 };
      const { top, bottom, left, right } = edgesOf(edges);
      const names = namesOf(api).slice(left, right + 1);
      const rows = Array.from({ length: bottom - top + 1 }, (_, index) => {
        const data = api.getDisplayedRowAtIndex(top + index)?.data;
        return names.map((name) => {
          const column = context.columns.get(name);
          return column && data ? fieldText(column.field, data.values[name], context.titles, locale) : "";
        });
      });
      return { text: writeTsv(rows), count: rows.length * names.length };
    },
  };
}
