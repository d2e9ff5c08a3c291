import type { CellEditRequestEvent, CellFocusedEvent, CellKeyDownEvent, ColDef, GridApi } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/locale.ts";
import { shortPeriodName } from "../../metrics/period-name.ts";
import type { KpiInfo } from "../../metrics/use-metrics.ts";
import { useDensity } from "../../records/density.ts";
import { gridText } from "../../records/grid/grid-text.ts";
import { gridTheme } from "../../records/grid/grid-theme.ts";
import { useTheme } from "../../theme/ThemeProvider.tsx";
import { GoalAmountEditor } from "./GoalAmountEditor.tsx";
import { GoalNameCell } from "./GoalNameCell.tsx";
import { GoalValueCell } from "./GoalValueCell.tsx";
import type { GoalColumn, GoalLine, GoalNode, GoalPlace } from "./goal-node.ts";
import type { GoalGridContext } from "./grid-context.ts";
import "./grid-modules.ts";

export interface GoalGridProps {
  readonly kpi: KpiInfo;
  readonly columns: readonly GoalColumn[];
  readonly lines: readonly GoalLine[];
  /** Cells take what is typed only while there is a draft to take it. */
  readonly editable: boolean;
  readonly label: string;
  onToggle(node: GoalNode): void;
  onMore(node: GoalNode): void;
  onFocus(place: GoalPlace | null): void;
  onOpen(place: GoalPlace): void;
  onAmount(place: GoalPlace, typed: string): void;
  /** Ctrl+D: the value of the cell above, taken over. */
  onFillDown(place: GoalPlace, above: GoalPlace): void;
  /** Alt+=: the difference of this cell, handed out or kept back. */
  onBalance(place: GoalPlace): void;
}

const ROW_HEIGHT = 48;
const NAME = "name";

/** Organisation by period as a grid: ten thousand rows scroll, cells are edited in place, everything by keyboard. */
export function GoalGrid(props: GoalGridProps) {
  const { columns, lines, editable } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { tokens, dark } = useTheme();
  const [density] = useDensity();
  const latest = useRef(props);
  latest.current = props;
  const theme = useMemo(() => gridTheme(tokens, dark, density), [tokens, dark, density]);
  const context = useMemo<GoalGridContext>(
    () => ({
      kpi: latest.current.kpi,
      columns,
      toggle: (node) => latest.current.onToggle(node),
      more: (node) => latest.current.onMore(node),
    }),
    [columns],
  );
  const defs = useMemo(
    () => [
      nameColumn(t("goals.who")),
      ...columns.map((column, index) =>
        valueColumn(column, index, index === 0 ? t("goals.whole") : shortPeriodName(column.period, locale), editable),
      ),
    ],
    [columns, editable, locale, t],
  );

  function onEdit({ data, colDef, newValue }: CellEditRequestEvent<GoalLine>) {
    const place = placeOf(data, colDef.colId, columns);
    if (place && typeof newValue === "string") props.onAmount(place, newValue);
  }

  function onKey(event: CellKeyDownEvent<GoalLine>) {
    const key = event.event as KeyboardEvent | undefined;
    if (!key || event.api.getEditingCells().length > 0) return;
    const column = event.column.getColId();
    if (column === NAME) {
      if ((key.key === "Enter" || key.key === " ") && event.data?.kind === "row") props.onToggle(event.data.row);
      return;
    }
    const place = placeOf(event.data, column, columns);
    if (!place) return;
    if (key.key === " ") {
      key.preventDefault();
      props.onOpen(place);
    } else if (key.altKey && key.key === "=") {
      key.preventDefault();
      props.onBalance(place);
    } else if ((key.ctrlKey || key.metaKey) && key.key.toLowerCase() === "d") {
      key.preventDefault();
      const above = placeOf(lineAbove(event.api, event.rowIndex), column, columns);
      if (above) props.onFillDown(place, above);
    }
  }

  return (
    <section className="goal-grid" aria-label={props.label}>
      <AgGridReact<GoalLine>
        theme={theme}
        rowData={[...lines]}
        columnDefs={defs}
        context={context}
        rowHeight={ROW_HEIGHT}
        getRowId={({ data }) => data.key}
        defaultColDef={{ sortable: false, resizable: true, suppressMovable: true }}
        readOnlyEdit
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        localeText={gridText(locale)}
        onCellEditRequest={onEdit}
        onCellKeyDown={(event) => "column" in event && onKey(event as CellKeyDownEvent<GoalLine>)}
        onCellFocused={(event) => props.onFocus(focused(event, columns))}
        onCellDoubleClicked={({ data, colDef }) => {
          const place = placeOf(data, colDef.colId, columns);
          if (place && !editable) props.onOpen(place);
        }}
      />
    </section>
  );
}

function nameColumn(label: string): ColDef<GoalLine> {
  return { colId: NAME, headerName: label, pinned: "left", width: 260, cellRenderer: GoalNameCell };
}

function valueColumn({ period }: GoalColumn, index: number, label: string, isEditable: boolean): ColDef<GoalLine> {
  return {
    colId: period,
    headerName: label,
    valueGetter: ({ data }) => (data?.kind === "row" ? (data.row.cells[index] ?? null) : null),
    width: 116,
    type: "rightAligned",
    cellRenderer: GoalValueCell,
    cellEditor: GoalAmountEditor,
    editable: ({ data }) => isEditable && data?.kind === "row" && data.row.mayPlan,
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
    suppressKeyboardEvent: ({ event, editing }) =>
      event.isComposing || (!editing && (event.altKey || ((event.ctrlKey || event.metaKey) && event.key === "d"))),
  };
}

function placeOf(
  data: GoalLine | undefined,
  colId: string | undefined,
  columns: readonly GoalColumn[],
): GoalPlace | null {
  if (data?.kind !== "row") return null;
  const index = columns.findIndex(({ period }) => period === colId);
  const column = columns[index];
  const cell = data.row.cells[index];
  return column && cell ? { row: data.row, cell, column, index } : null;
}

function lineAbove(api: GridApi<GoalLine>, rowIndex: number | null): GoalLine | undefined {
  return rowIndex === null || rowIndex === 0 ? undefined : api.getDisplayedRowAtIndex(rowIndex - 1)?.data;
}

function focused({ api, rowIndex, column }: CellFocusedEvent<GoalLine>, columns: readonly GoalColumn[]) {
  if (rowIndex === null || column === null || typeof column === "string") return null;
  return placeOf(api.getDisplayedRowAtIndex(rowIndex)?.data, column.getColId(), columns);
}
