import type { ManualRow } from "@dabiao/core/metrics/manual-contract.ts";
import { Input } from "antd";
import { type EntryEdits, isNumber } from "./use-entry-edits.ts";

interface EntryFieldProps {
  readonly row: ManualRow;
  readonly part: "value" | "note" | "evidence";
  readonly edits: EntryEdits;
  readonly label: string;
  /** Shown in the empty field, where no column's head says it. */
  readonly hint?: string;
}

/** One field of a line; plain text for whoever only confirms. Enter goes to the same field of the next line. */
export function EntryField({ row, part, edits, label, hint }: EntryFieldProps) {
  const text = edits.of(row)[part];
  if (!row.mayEnter) return <span className={part === "value" ? "entry-figure" : ""}>{text}</span>;
  const isValue = part === "value";
  return (
    <Input
      value={text}
      aria-label={label}
      {...(hint === undefined ? {} : { placeholder: hint })}
      data-entry={part}
      inputMode={isValue ? "decimal" : "text"}
      maxLength={isValue ? 40 : 1000}
      className={isValue ? "entry-figure" : ""}
      {...(isValue && !isNumber(text) ? { status: "error" as const } : {})}
      onChange={({ target }) => edits.change(row, { [part]: target.value })}
      onPaste={(event) => {
        if (isValue && edits.paste(row, event.clipboardData.getData("text"))) event.preventDefault();
      }}
      onPressEnter={({ currentTarget, nativeEvent }) => {
        if (!nativeEvent.isComposing) nextField(currentTarget, part)?.focus();
      }}
    />
  );
}

function nextField(field: HTMLElement, part: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-entry="${part}"]`)];
  return all[all.indexOf(field) + 1];
}
