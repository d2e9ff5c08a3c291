import { writeRecordsContract } from "@dabiao/core/records/contract.ts";
import type { RecordRow } from "@dabiao/core/records/record-query.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GridApi } from "ag-grid-community";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call.ts";
import { readTyped } from "../../fields/known-type.ts";
import { useRefusalText } from "../../i18n/refusal-text.ts";
import type { ObjectDefinition } from "../definition.ts";
import { refreshRecords } from "../refresh-records.ts";
import { useUndo } from "../use-undo.tsx";
import { lockOf } from "./can-edit.ts";
import { readTsv } from "./cell-block.ts";
import type { GridContext } from "./grid-context.ts";

/** Ids are picked, not typed: a pasted name could mean several people. */
const BY_ID = new Set(["reference", "references"]);
const ROWS_MAX = 500;

/** Pastes a block of cells from a spreadsheet, the cell in focus its upper left corner; cells that are locked stay. */
export function usePaste(
  definition: ObjectDefinition,
  context: GridContext,
): (api: GridApi<RecordRow>, text: string) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const { done } = useUndo();
  const write = useMutation({
    mutationFn: (ops: WriteOp[]) =>
      call(writeRecordsContract, { params: { object: definition.key }, body: { ops, onError: "collect" } }),
    onSuccess: async ({ updated, issues, cause }) => {
      const [first] = issues;
      if (first) {
        const reason = t(`refusal.${first.code}`, { ...(first.params as object), defaultValue: first.code });
        void message.warning(t("write.left", { count: issues.length, reason }));
      }
      if (updated > 0) done({ cause, object: definition.key, text: t("write.updated", { count: updated }) });
      await refreshRecords(client, definition.key);
    },
    onError: (error) => message.error(refusalText(error)),
  });
  return (api, text) => {
    const cell = api.getFocusedCell();
    if (!cell) return;
    const columns = api.getAllDisplayedColumns().flatMap((column) => context.columns.get(column.getColId()) ?? []);
    const start = columns.findIndex(({ name }) => name === cell.column.getColId());
    const ops = readTsv(text)
      .slice(0, ROWS_MAX)
      .flatMap((cells, index): WriteOp[] => {
        const row = api.getDisplayedRowAtIndex(cell.rowIndex + index)?.data;
        if (!row) return [];
        const values = cells.flatMap((typed, at) => {
          const column = columns[start + at];
          if (!column || lockOf(column, row) !== null || BY_ID.has(column.field.family)) return [];
          const read = readTyped(column.field, typed);
          return [[column.name, read.ok ? read.value : typed] as const];
        });
        return values.length === 0
          ? []
          : [{ op: "update", id: row.id, values: Object.fromEntries(values), version: row.version }];
      });
    if (ops.length > 0) write.mutate(ops);
  };
}
