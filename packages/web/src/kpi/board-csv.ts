import type { Board } from "@dabiao/core/goals/board.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import { csvLine } from "@dabiao/core/records/csv-cell.ts";
import type { TFunction } from "i18next";
import type { KpiInfo } from "../metrics/use-metrics.ts";
import { boardTree, flatten } from "./board-rows.ts";

const FIGURES = ["actual", "target", "expected", "attain", "projection"] as const;

/** The board as a file: every figure in full, one line for each unit and person. */
export function boardCsv(board: Board, kpis: readonly KpiInfo[], sort: string, locale: Locale, t: TFunction): string {
  const heads = board.kpis.flatMap((key) => {
    const kpi = kpis.find((each) => each.key === key);
    return [...FIGURES, "status"].map(
      (figure) => `${kpi ? localText(kpi.label, locale) : key} ${t(`kpi.csv.${figure}`)}`,
    );
  });
  const rows = [{ row: board.total, depth: 0 }, ...flatten(boardTree(board, sort))];
  const lines = rows.map(({ row, depth }) => [
    `${"　".repeat(depth)}${row.name}`,
    t(`kpi.kind.${row.kind}`),
    ...row.cells.flatMap((cell) => [
      ...FIGURES.map((figure) => cell[figure] ?? ""),
      cell.target === null ? "" : t(`status.${cell.mark}`),
    ]),
  ]);
  return [[t("kpi.who"), t("kpi.csv.kind"), ...heads], ...lines].map(csvLine).join("");
}

/** Hands a text to the reader as a file; the mark in front tells spreadsheets that it is UTF-8. */
export function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
