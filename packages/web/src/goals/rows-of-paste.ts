import { BATCH_MAX, type BatchRow } from "@dabiao/core/goals/set-many.ts";

/**
 * Lines of a pasted sheet: who, period, amount; or who and amount, which then count for the period in hand. A line of
 * headings without any digit is passed over.
 */
export function rowsOfPaste(text: string, period: string): BatchRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,(?=\s*[^\d\s])|;/).map((cell) => cell.trim()))
    .filter((cells) => cells.length >= 2 && /\d/.test(cells.at(-1) ?? ""))
    .slice(0, BATCH_MAX)
    .map((cells) => {
      const [who = "", second = "", third] = cells;
      return third === undefined ? { who, period, amount: second } : { who, period: second, amount: third };
    });
}
