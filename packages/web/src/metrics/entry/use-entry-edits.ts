import type { ManualEntry, ManualRow } from "@dabiao/core/metrics/manual-contract.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { useState } from "react";

/** What stands in a line's fields. */
export interface EntryEdit {
  readonly value: string;
  readonly note: string;
  readonly evidence: string;
}

export interface EntryEdits {
  /** The line as it is on the screen. */
  of(row: ManualRow): EntryEdit;
  change(row: ManualRow, part: Partial<EntryEdit>): void;
  /** Values pasted into a line go on into those below it. */
  paste(row: ManualRow, text: string): boolean;
  /** Lines that were changed, ready to be sent. */
  readonly changed: readonly ManualEntry[];
  clear(): void;
}

/** The lines being filled in; what is not touched shows what waits, or else what counts. */
export function useEntryEdits(rows: readonly ManualRow[]): EntryEdits {
  const [edits, setEdits] = useState<ReadonlyMap<string, EntryEdit>>(new Map());
  const of = (row: ManualRow) => edits.get(row.memberId) ?? standing(row);
  const put = (changes: readonly (readonly [ManualRow, Partial<EntryEdit>])[]) =>
    setEdits((before) => {
      const next = new Map(before);
      for (const [row, part] of changes)
        next.set(row.memberId, { ...(next.get(row.memberId) ?? standing(row)), ...part });
      return next;
    });
  const changed = rows.flatMap((row) => {
    const edit = edits.get(row.memberId);
    if (!edit || isSame(edit, standing(row))) return [];
    const value = edit.value.trim() === "" ? null : plainNumber(edit.value);
    return [{ memberId: row.memberId, value, note: edit.note, evidence: edit.evidence }];
  });
  return {
    of,
    change: (row, part) => put([[row, part]]),
    paste(row, text) {
      const values = text.replaceAll("\r", "").trimEnd().split("\n");
      if (values.length < 2) return false;
      const open = rows.filter(({ mayEnter }) => mayEnter);
      const from = open.indexOf(row);
      put(
        values.flatMap((line, index) => {
          const target = open[from + index];
          return target ? [[target, { value: plainNumber(line.split("\t")[0] ?? "") }] as const] : [];
        }),
      );
      return true;
    },
    changed,
    clear: () => setEdits(new Map()),
  };
}

function standing({ waiting, returned, counting }: ManualRow): EntryEdit {
  const figure = waiting ?? returned ?? counting;
  return { value: figure?.value ?? "", note: figure?.note ?? "", evidence: figure?.evidence ?? "" };
}

function isSame(a: EntryEdit, b: EntryEdit): boolean {
  return a.value === b.value && a.note === b.note && a.evidence === b.evidence;
}

/** 1,234.50 as people and spreadsheets write it is 1234.50; what is no number stays and is refused with its place. */
export function plainNumber(text: string): string {
  const plain = text.trim().replaceAll(/[,，\s]/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? decimal(plain).toFixed() : plain;
}

/** Whether a line's value could be sent. */
export function isNumber(text: string): boolean {
  return text.trim() === "" || /^-?\d{1,30}(\.\d{1,12})?$/.test(plainNumber(text));
}
