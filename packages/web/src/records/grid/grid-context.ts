import type { RecordRow, Titles } from "@dabiao/core/records/record-query.ts";
import type { ListColumn } from "../columns.ts";

/** What cells need to know beside their value. It is one object that changes inside, so that no cell is made anew. */
export interface GridContext {
  readonly object: string;
  readonly nameField: string;
  readonly titles: Record<string, Record<string, string>>;
  /** Why a value came back, by record and field. */
  readonly faults: Map<string, string>;
  readonly columns: ReadonlyMap<string, ListColumn>;
  open(row: RecordRow): void;
}

export function addTitles(context: GridContext, titles: Titles): void {
  for (const [kind, names] of Object.entries(titles)) {
    context.titles[kind] = { ...context.titles[kind], ...names };
  }
}

export function faultKey(id: string, field: string): string {
  return `${id} ${field}`;
}
