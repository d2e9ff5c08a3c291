import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { CustomCellEditorProps } from "ag-grid-react";
import { useEffect, useRef, useState } from "react";
import { FieldInput } from "../../fields/FieldInput.tsx";
import { knownType } from "../../fields/known-type.ts";
import { useLocale } from "../../i18n/locale.ts";
import { addTitles, type GridContext } from "./grid-context.ts";
import { useTypedCell } from "./use-typed-cell.ts";

type EditorProps = CustomCellEditorProps<RecordRow, unknown, GridContext>;

const TYPED = new Set([
  "text",
  "email",
  "url",
  "phone",
  "number",
  "integer",
  "money",
  "percent",
  "duration",
  "long_text",
]);

/** The editor in a cell: a plain box for what is typed, the field's own editor for what is chosen. */
export function FieldCellEditor(props: EditorProps) {
  const column = props.context.columns.get(props.colDef.colId ?? "");
  if (!column) return null;
  return TYPED.has(column.field.type) ? (
    <TextCell {...props} field={column.field} />
  ) : (
    <ChoiceCell {...props} field={column.field} />
  );
}

type CellProps = EditorProps & { readonly field: FieldIndex };

function TextCell({ field, value, eventKey, onValueChange }: CellProps) {
  const locale = useLocale();
  const started = eventKey !== null && eventKey.length === 1 ? eventKey : null;
  const { box, text, setText } = useTypedCell(started, () => plainText(field, value), onValueChange);
  return (
    <input
      ref={box}
      className="grid-input"
      value={text}
      aria-label={field.label[locale === "en" ? "en" : "zh"] ?? field.label.zh}
      onChange={(event) => {
        setText(event.target.value);
        onValueChange(event.target.value === "" ? null : event.target.value);
      }}
    />
  );
}

function ChoiceCell({ field, value, context, onValueChange, stopEditing }: CellProps) {
  const locale = useLocale();
  const [draft, setDraft] = useState(value);
  const host = useRef<HTMLDivElement>(null);
  const isMany = field.family === "options" || field.family === "references";
  const isDay = field.family === "date" || field.family === "datetime" || field.type === "time";
  useEffect(() => {
    host.current?.querySelector<HTMLElement>("input,button,[tabindex]")?.focus();
  }, []);
  function take(next: unknown, title?: string | null) {
    setDraft(next);
    onValueChange(next);
    const target = field.target?.kind === "object" ? field.target.object : field.target?.kind;
    if (typeof next === "string" && title && target) addTitles(context, { [target]: { [next]: title } });
    // The grid hears of the value first, then of the end.
    if (!isMany && !isDay) setTimeout(() => stopEditing(), 0);
  }
  return (
    <div ref={host} className="grid-choice">
      <FieldInput
        field={field}
        value={draft}
        titles={context.titles}
        label={field.label[locale === "en" ? "en" : "zh"] ?? field.label.zh}
        autoOpen
        onChange={take}
      />
    </div>
  );
}

function plainText(field: FieldIndex, value: unknown): string {
  if (value === null || value === undefined) return "";
  const known = knownType(field);
  const asShown = field.type === "percent" || field.type === "duration" || field.type === "phone";
  return known && asShown ? known.type.toText(value as never, known.settings, "zh-CN") : String(value);
}
