import { localText } from "@dabiao/core/platform/text.ts";
import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { GridApi } from "ag-grid-community";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { useKeys } from "../shell/keys.ts";
import { RegionFault } from "../shell/RegionState.tsx";
import { useGo } from "../shell/use-go.ts";
import { BulkBar } from "./BulkBar.tsx";
import { LazyGrid } from "./grid/LazyGrid.tsx";
import { useAddress } from "./list-address.ts";
import { keepTrail } from "./record-path.ts";
import { useCount } from "./use-count.ts";
import type { ViewProps } from "./view-props.ts";

/** The list as a grid with what stands around it: the bulk bar above, the count below, or why there is nothing. */
export function GridView({ definition, list, columns, query, empty }: ViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const go = useGo();
  const { change } = useAddress();
  const grid = useRef<GridApi<RecordRow> | null>(null);
  const key = JSON.stringify(query);
  const [read, setRead] = useState<{ key: string; rows: number; ended: boolean } | null>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const [ids, setIds] = useState<readonly string[]>([]);
  const isRead = read?.key === key;
  const count = useCount(definition.key, query, isRead);
  const columnsOfGrid = useMemo(
    () => orderOf(columns, definition.body.nameField),
    [columns, definition.body.nameField],
  );
  const widths = useMemo(
    () =>
      new Map(list.settings.columns.flatMap(({ field, width }) => (width ? [[field.join("."), width] as const] : []))),
    [list.settings.columns],
  );
  useKeys({ j: focusFirst, k: focusFirst });

  function focusFirst() {
    const api = grid.current;
    if (!api || api.getDisplayedRowCount() === 0) return;
    api.ensureIndexVisible(0);
    api.setFocusedCell(0, definition.body.nameField);
  }

  function open(row: RecordRow) {
    const shown: string[] = [];
    grid.current?.forEachNode(({ data }) => {
      if (data) shown.push(data.id);
    });
    keepTrail({ object: definition.key, ids: shown, address: location.pathname + location.search });
    go(`/o/${definition.key}/${row.id}${query.deleted ? "?deleted=true" : ""}`);
  }

  function setWidth(name: string, width: number) {
    list.set({
      columns: list.settings.columns.map((column) =>
        column.field.join(".") === name
          ? { ...column, width: Math.round(Math.min(1000, Math.max(40, width))) }
          : column,
      ),
    });
  }

  if (fault) {
    return <RegionFault error={fault} retry={() => setFault(null)} />;
  }
  if (isRead && read.rows === 0 && read.ended && (count.data?.count ?? 0) === 0) return empty;
  const total = count.data && !count.data.capped ? count.data.count : null;
  const counted = count.data
    ? count.data.capped
      ? t("list.count.many")
      : t("list.count.visible", { count: count.data.count })
    : t("list.count.counting");
  return (
    <>
      {ids.length > 0 && (
        <BulkBar
          definition={definition}
          query={query}
          ids={ids}
          total={total}
          onClear={() => grid.current?.deselectAll()}
        />
      )}
      <LazyGrid
        definition={definition}
        columns={columnsOfGrid}
        widths={widths}
        query={query}
        sort={list.settings.sort}
        pulse={count.dataUpdatedAt}
        label={t("grid.title", { name: localText(definition.plural, locale) })}
        onSort={(sort) => list.set({ sort })}
        onWidth={setWidth}
        onSelect={(rows) => setIds(rows.map(({ id }) => id))}
        onOpen={open}
        onPeek={(row) => change({ peek: row.id })}
        onRows={(page, isFirst) => {
          if (isFirst) setRead({ key, rows: page.items.length, ended: page.next === null });
        }}
        onFault={(error) => setFault(error instanceof Error ? error : new Error(String(error)))}
        onReady={(api) => {
          grid.current = api;
        }}
      />
      <div className="list-foot">
        <output>{counted}</output>
      </div>
    </>
  );
}

/** The name stands first in a grid, wherever a view lists it. */
function orderOf(columns: ViewProps["columns"], nameField: string): ViewProps["columns"] {
  const name = columns.filter((column) => column.name === nameField);
  return [...name, ...columns.filter((column) => column.name !== nameField)];
}
