import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { CustomCellRendererProps } from "ag-grid-react";
import { FieldValue } from "../../fields/FieldValue.tsx";
import { PathLink } from "../../kit/PathLink.tsx";
import { faultKey, type GridContext } from "./grid-context.ts";

/** A cell as it is read; the name of a record leads to it. */
export function FieldCell({ value, data, colDef, context }: CustomCellRendererProps<RecordRow, unknown, GridContext>) {
  const name = colDef?.colId ?? "";
  const column = context.columns.get(name);
  if (!data || !column) return <span className="grid-waiting" />;
  const fault = context.faults.get(faultKey(data.id, name));
  const isName = name === context.nameField;
  const shown = isName ? (
    <PathLink to={`/o/${context.object}/${data.id}`} className="grid-name" tabIndex={-1}>
      {String(value ?? "") || data.id.slice(0, 8)}
    </PathLink>
  ) : (
    <FieldValue
      field={column.field}
      value={value}
      titles={context.titles}
      linked={column.field.target?.kind === "object"}
    />
  );
  if (fault === undefined) return shown;
  return (
    <span className="grid-fault" title={fault}>
      {shown}
      <span className="grid-fault-mark" role="img" aria-label={fault} />
    </span>
  );
}
