import type { Sort } from "@dabiao/core/records/filter.ts";
import type { RecordPage, RecordRow } from "@dabiao/core/records/record-query.ts";
import type { CellEditRequestEvent, CellKeyDownEvent, GridApi, SortChangedEvent } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { App } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useIssueText } from "../../fields/issue-text.ts";
import { readTyped } from "../../fields/known-type.ts";
import { useLocale } from "../../i18n/locale.ts";
import { useTheme } from "../../theme/ThemeProvider.tsx";
import { ROW_HEIGHT } from "../../theme/tokens.ts";
import type { ListColumn } from "../columns.ts";
import type { ObjectDefinition } from "../definition.ts";
import { useDensity } from "../density.ts";
import type { ListQuery } from "../list-query.ts";
import { useFieldSave } from "../use-field-save.tsx";
import { lockOf } from "./can-edit.ts";
import { columnDefs } from "./column-defs.ts";
import { faultKey, type GridContext } from "./grid-context.ts";
import "./grid-modules.ts";
import { gridText } from "./grid-text.ts";
import { gridTheme } from "./grid-theme.ts";
import { useCellBlock } from "./use-cell-block.ts";
import { BLOCK_SIZE, useGridSource } from "./use-grid-source.ts";
import { usePaste } from "./use-paste.ts";

export interface RecordGridProps {
  readonly definition: ObjectDefinition;
  readonly columns: readonly ListColumn[];
  readonly widths: ReadonlyMap<string, number>;
  readonly query: ListQuery;
  readonly sort: readonly Sort[];
  /** Changes when records changed anywhere; the rows on the screen are then read again. */
  readonly pulse: number;
  readonly label: string;
  onSort(sort: Sort[]): void;
  onWidth(name: string, width: number): void;
  onSelect(rows: readonly RecordRow[]): void;
  onOpen(row: RecordRow): void;
  onPeek(row: RecordRow): void;
  onRows(page: RecordPage, isFirst: boolean): void;
  onFault(error: unknown): void;
  onReady(api: GridApi<RecordRow>): void;
}

/** The list as a grid: rows in blocks, cells edited in place, everything by keyboard. */
export function RecordGrid(props: RecordGridProps) {
  const { definition, columns, widths, query, sort, pulse } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { message } = App.useApp();
  const { tokens, dark } = useTheme();
  const [density] = useDensity();
  const api = useRef<GridApi<RecordRow> | null>(null);
  const issueText = useIssueText(definition.fields);
  const save = useFieldSave(definition);
  const nameField = definition.body.nameField;
  const context = useMemo<GridContext>(
    () => ({
      object: definition.key,
      nameField,
      titles: {},
      faults: new Map(),
      columns: new Map(columns.map((column) => [column.name, column])),
      open: () => undefined,
    }),
    [definition.key, nameField, columns],
  );
  const source = useGridSource(definition.key, query, context, props);
  const blocks = useCellBlock(context);
  const paste = usePaste(definition, context);
  const theme = useMemo(() => gridTheme(tokens, dark, density), [tokens, dark, density]);
  // The block lives in a ref and is the same throughout.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const defs = useMemo(
    () =>
      columnDefs(columns, { nameField, sort, widths, locale }).map((def) => ({
        ...def,
        cellClassRules: {
          ...def.cellClassRules,
          "grid-block": ({ rowIndex }: { rowIndex: number }) => blocks.holds(rowIndex, def.colId ?? ""),
        },
      })),
    [columns, nameField, sort, widths, locale],
  );

  const lastPulse = useRef(pulse);
  useEffect(() => {
    const isFirst = lastPulse.current === 0;
    if (pulse !== lastPulse.current && !isFirst) api.current?.refreshInfiniteCache();
    lastPulse.current = pulse;
  }, [pulse]);

  function onEdit({ data, node, colDef, newValue }: CellEditRequestEvent<RecordRow>) {
    const column = context.columns.get(colDef.colId ?? "");
    if (!column || !data) return;
    const read = readTyped(column.field, newValue);
    if (!read.ok) {
      void message.error(issueText(read.issue));
      return;
    }
    if (JSON.stringify(read.value ?? null) === JSON.stringify(data.values[column.name] ?? null)) return;
    const key = faultKey(data.id, column.name);
    void save({
      row: data,
      field: column.field,
      value: read.value,
      titles: context.titles,
      paint(row, fault) {
        if (fault === undefined) context.faults.delete(key);
        else context.faults.set(key, fault);
        node.setData(row);
      },
    });
  }

  function onKey(event: CellKeyDownEvent<RecordRow>) {
    const key = event.event as KeyboardEvent | undefined;
    if (!key || !event.data || event.api.getEditingCells().length > 0) return;
    const name = event.column.getColId();
    const column = context.columns.get(name);
    if (blocks.extend(event)) return;
    if (key.key.startsWith("Arrow")) {
      blocks.clear();
      event.api.refreshCells({ force: true });
    }
    // An input method begins to compose: the cell opens so that it has somewhere to write.
    if (key.isComposing || key.keyCode === 229) {
      event.api.startEditingCell({ rowIndex: event.rowIndex ?? 0, colKey: name });
      return;
    }
    if ((key.ctrlKey || key.metaKey) && key.key.toLowerCase() === "c") return copy(event.api);
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    if (key.key === " ") {
      key.preventDefault();
      props.onPeek(event.data);
      return;
    }
    if (name === nameField || !column) {
      onRowKey(key, event, event.data);
      return;
    }
    const lock = lockOf(column, event.data);
    if (lock !== null && (key.key === "F2" || key.key === "Enter")) {
      void message.info(t("grid.locked", { reason: t(`grid.locked.${lock}`) }));
    }
  }

  /** On the name, which stands for the row, letters are commands. */
  function onRowKey(key: KeyboardEvent, event: CellKeyDownEvent<RecordRow>, row: RecordRow) {
    const index = event.rowIndex ?? 0;
    const focus = (to: number) => event.api.setFocusedCell(Math.max(0, to), event.column);
    switch (key.key.toLowerCase()) {
      case "enter":
        return props.onOpen(row);
      case "j":
        return focus(index + 1);
      case "k":
        return focus(index - 1);
      case "x":
        return event.node.setSelected(!event.node.isSelected());
      case "e":
        return event.api.startEditingCell({ rowIndex: index, colKey: nameField });
    }
  }

  function copy(grid: GridApi<RecordRow>) {
    const { text, count } = blocks.copy(grid);
    if (count === 0) return;
    navigator.clipboard.writeText(text).then(
      () => message.success(t("grid.copied", { count })),
      () => undefined,
    );
  }

  function onSortChanged({ api: grid, source: by }: SortChangedEvent<RecordRow>) {
    if (by !== "uiColumnSorted") return;
    const sorted = grid.getColumnState().filter((state) => state.sort);
    sorted.sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0));
    props.onSort(
      sorted.slice(0, 3).map(({ colId, sort: way }) => ({ field: colId.split("."), descending: way === "desc" })),
    );
  }

  return (
    <section
      className="grid-host"
      aria-label={props.label}
      onPaste={(event) => {
        const target = event.target as HTMLElement;
        if (["INPUT", "TEXTAREA"].includes(target.tagName) || !api.current) return;
        event.preventDefault();
        paste(api.current, event.clipboardData.getData("text/plain"));
      }}
    >
      <AgGridReact<RecordRow>
        theme={theme}
        rowModelType="infinite"
        datasource={source}
        columnDefs={defs}
        context={context}
        cacheBlockSize={BLOCK_SIZE}
        maxBlocksInCache={20}
        infiniteInitialRowCount={1}
        rowHeight={ROW_HEIGHT[density]}
        getRowId={({ data }) => data.id}
        rowSelection={{ mode: "multiRow", checkboxes: true, headerCheckbox: false, enableClickSelection: false }}
        selectionColumnDef={{ pinned: "left", width: 44, resizable: false, suppressHeaderMenuButton: true }}
        defaultColDef={{ resizable: true, suppressMovable: true }}
        readOnlyEdit
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus={false}
        suppressCellFocus={false}
        suppressDragLeaveHidesColumns
        localeText={gridText(locale)}
        onGridReady={(event) => {
          api.current = event.api;
          props.onReady(event.api);
        }}
        onCellEditRequest={onEdit}
        onCellKeyDown={(event) => "column" in event && onKey(event as CellKeyDownEvent<RecordRow>)}
        onSortChanged={onSortChanged}
        onColumnResized={({ finished, column, source: by }) => {
          if (finished && column && by === "uiColumnResized") props.onWidth(column.getColId(), column.getActualWidth());
        }}
        onSelectionChanged={({ api: grid }) =>
          props.onSelect(grid.getSelectedNodes().flatMap(({ data }) => data ?? []))
        }
        onCellClicked={({ api: grid }) => {
          blocks.clear();
          grid.refreshCells({ force: true });
        }}
      />
    </section>
  );
}
