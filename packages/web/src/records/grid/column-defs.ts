import type { Locale } from "@dabiao/core/platform/text.ts";
import type { Sort } from "@dabiao/core/records/filter.ts";
import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { ColDef, SuppressKeyboardEventParams } from "ag-grid-community";
import { isNumeric } from "../../fields/field-text.ts";
import type { ListColumn } from "../columns.ts";
import { lockOf } from "./can-edit.ts";
import { FieldCell } from "./FieldCell.tsx";
import { FieldCellEditor } from "./FieldCellEditor.tsx";
import { faultKey, type GridContext } from "./grid-context.ts";

const WIDE = new Set(["long_text", "reference", "text", "url"]);
const PICKED = new Set(["select", "multi_select", "member", "members", "unit", "reference", "references"]);

interface ColumnLook {
  readonly nameField: string;
  readonly sort: readonly Sort[];
  readonly widths: ReadonlyMap<string, number>;
  readonly locale: Locale;
}

/** Columns as the grid takes them: the name first and standing still, numbers at the right edge. */
export function columnDefs(columns: readonly ListColumn[], look: ColumnLook): ColDef<RecordRow>[] {
  return columns.map((column) => columnDef(column, look));
}

function columnDef(column: ListColumn, { nameField, sort, widths, locale }: ColumnLook): ColDef<RecordRow> {
  const { name, field } = column;
  const isName = name === nameField;
  const number = isNumeric(field);
  const sorted = sort.findIndex((each) => each.field.join(".") === name);
  return {
    colId: name,
    headerName: column.label(locale),
    valueGetter: ({ data }) => data?.values[name] ?? null,
    width: widths.get(name) ?? (isName ? 240 : WIDE.has(field.type) ? 180 : 140),
    minWidth: 80,
    ...(isName ? { pinned: "left" as const } : {}),
    ...(number ? { type: "rightAligned" } : {}),
    sortable: !["none", "json", "options", "references"].includes(field.family),
    sort: sorted < 0 ? null : sort[sorted]?.descending ? "desc" : "asc",
    sortIndex: sorted < 0 ? null : sorted,
    editable: ({ data }) => lockOf(column, data) === null,
    cellRenderer: FieldCell,
    cellEditor: FieldCellEditor,
    cellClassRules: {
      "grid-locked": ({ data }) => data !== undefined && lockOf(column, data) !== null && !isName,
      "grid-refused": ({ data, context }) =>
        data !== undefined && (context as GridContext).faults.has(faultKey(data.id, name)),
    },
    suppressKeyboardEvent: (params) => suppressed(params, isName, PICKED.has(field.type)),
  };
}

/** Keys the grid leaves alone: those of an input method, of an open list, and those we give another meaning. */
function suppressed({ event, editing }: SuppressKeyboardEventParams, isName: boolean, isPicked: boolean): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  if (editing) return isPicked && ["Enter", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key);
  if (event.key === " ") return true;
  if (event.ctrlKey || event.metaKey) return ["c", "v", "z"].includes(event.key.toLowerCase());
  if (event.shiftKey && event.key.startsWith("Arrow")) return true;
  // The name is the handle of its row: Enter opens, letters are commands, F2 edits.
  return isName && (event.key === "Enter" || event.key.length === 1);
}
