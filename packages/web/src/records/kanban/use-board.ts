import { groupRecordsContract } from "@dabiao/core/records/contract.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../../api/call.ts";
import type { ObjectDefinition } from "../definition.ts";
import { type ListQuery, selectionOf } from "../list-query.ts";

/** Cards a column shows at first; the list shows the rest. */
export const CARDS = 30;

/** The columns of a board: how many, how much, and their first cards by the day of the next step. */
export function useBoard(definition: ObjectDefinition, query: ListQuery, group: string) {
  const has = (key: string) => definition.fields.some((field) => field.key === key && field.right !== "masked");
  const sum = definition.fields.find(({ type, right }) => type === "money" && right !== "masked")?.key;
  const wanted: FieldPath[] = [
    ...query.fields,
    [group],
    ...(has("next_on") ? [["next_on"]] : []),
    ...(sum ? [[sum]] : []),
  ];
  const fields = [...new Map(wanted.map((path) => [path.join("."), path])).values()];
  const body = {
    ...selectionOf(query),
    group: [group],
    cards: CARDS,
    fields,
    ...(sum ? { sum } : {}),
    ...(has("next_on") ? { sort: [{ field: ["next_on"], descending: false }] } : {}),
  };
  const key = ["records", definition.key, "board", body];
  const board = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(groupRecordsContract, { params: { object: definition.key }, body, signal }),
    placeholderData: keepPreviousData,
    meta: { objects: [definition.key] },
  });
  return { board, key };
}
