import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import type { RecordPage } from "@dabiao/core/records/record-query.ts";
import type { IDatasource } from "ag-grid-community";
import { useMemo } from "react";
import { call } from "../../api/call.ts";
import type { ListQuery } from "../list-query.ts";
import { BlockReader } from "./block-reader.ts";
import { addTitles, type GridContext } from "./grid-context.ts";

export const BLOCK_SIZE = 100;

interface SourceEvents {
  onRows(first: RecordPage, isFirst: boolean): void;
  onFault(error: unknown): void;
}

/** Where the grid gets its rows: block by block, in order, each from where the one before ended. */
export function useGridSource(
  object: string,
  query: ListQuery,
  context: GridContext,
  events: SourceEvents,
): IDatasource {
  const key = JSON.stringify(query);
  // The source is the query's: another query is another source, and the grid then begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the query
  return useMemo(() => {
    const read = (cursor: string | undefined) =>
      call(queryRecordsContract, {
        params: { object },
        body: { ...query, limit: BLOCK_SIZE, ...(cursor === undefined ? {} : { cursor }) },
      });
    let reader = new BlockReader(read);
    let previous = -1;
    return {
      getRows({ startRow, successCallback, failCallback }) {
        const index = startRow / BLOCK_SIZE;
        // The first block asked for again is a refresh: where blocks begin may have moved.
        if (index === 0 && previous >= 0) reader = new BlockReader(read);
        previous = index;
        reader.block(index).then(
          (page) => {
            addTitles(context, page.titles);
            const isLast = page.next === null;
            successCallback(page.items, isLast ? startRow + page.items.length : undefined);
            events.onRows(page, index === 0);
          },
          (error: unknown) => {
            failCallback();
            events.onFault(error);
          },
        );
      },
    };
  }, [object, key, context]);
}
