import type { FileColumn } from "@dabiao/core/imports/import.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { valueKind } from "./value-kind.ts";

/** Values looked at per column for its kind; further rows are only counted. */
const SAMPLED = 500;
const SHOWN = 5;

/** Looks at a sheet row by row and tells what its columns hold. */
export class ColumnSampler {
  rows = 0;
  #columns: { header: string; samples: Set<string>; empty: number; kinds: Record<string, number>; seen: number }[] = [];

  /** @throws Refusal `import_no_header`, `import_duplicate_header` (header, columns) */
  header(cells: readonly string[]): void {
    const headers = withoutTail(cells.map((cell) => cell.trim()));
    if (headers.every((header) => header === "")) throw new Refusal("import_no_header");
    const seen = new Map<string, number>();
    for (const [index, header] of headers.entries()) {
      const before = header === "" ? undefined : seen.get(header);
      if (before !== undefined)
        throw new Refusal("import_duplicate_header", { header, columns: [letters(before), letters(index)] });
      seen.set(header, index);
    }
    this.#columns = headers.map((header) => ({ header, samples: new Set(), empty: 0, kinds: {}, seen: 0 }));
  }

  row(cells: readonly string[]): void {
    if (cells.every((cell) => cell === "")) return;
    this.rows += 1;
    for (const [index, column] of this.#columns.entries()) {
      const value = cells[index] ?? "";
      if (value === "") column.empty += 1;
      else if (column.seen < SAMPLED) {
        column.seen += 1;
        const kind = valueKind(value);
        column.kinds[kind] = (column.kinds[kind] ?? 0) + 1;
        if (column.samples.size < SHOWN) column.samples.add(value.slice(0, 80));
      }
    }
  }

  columns(): FileColumn[] {
    return this.#columns.map(({ header, samples, empty, kinds }, index) => ({
      index,
      header: header || letters(index),
      samples: [...samples],
      empty,
      kinds: dates(kinds),
    }));
  }
}

/** The kinds of a column; every spelling of a date also counts as a date. */
function dates(kinds: Record<string, number>): Record<string, number> {
  const all = ["date", "date_mdy", "date_dmy", "date_open"].reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0);
  return all > 0 ? { ...kinds, date: all } : kinds;
}

function withoutTail(headers: string[]): string[] {
  const last = headers.findLastIndex((header) => header !== "");
  return headers.slice(0, last + 1);
}

/** The name a spreadsheet gives a column: 0 is A, 26 is AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
