import { addDays, daysBetween } from "@dabiao/core/calendar/day.ts";
import { Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { queryClient } from "../api/query-client.ts";
import { objectQuery } from "../model/object-index.ts";
import { definitionOf } from "../records/definition.ts";

/** Something to be done: a record with a day on which its next step is due. */
export interface Todo {
  readonly object: string;
  readonly id: string;
  readonly title: string;
  readonly step: string | null;
  readonly day: string;
  readonly amount: string | null;
  /** Days past the day; negative when it is still to come. */
  readonly late: number;
}

/** Where records say when their next step is due. */
const DUE: Readonly<Record<string, string>> = {
  opportunity: "next_on",
  lead: "next_on",
  task: "due_on",
  visit: "next_on",
};
const AHEAD_DAYS = 7;
const READ_MAX = 50;

/** What is due for the reader, the most urgent first. */
export function todoQuery(objects: readonly string[], today: string) {
  const due = objects.filter((key) => key in DUE);
  return queryOptions({
    queryKey: ["home", "todo", due, today],
    queryFn: async ({ signal }) => ranked((await Promise.all(due.map((key) => dueOf(key, today, signal)))).flat()),
    meta: { objects: due },
  });
}

async function dueOf(object: string, today: string, signal: AbortSignal): Promise<Todo[]> {
  const definition = definitionOf(await queryClient.ensureQueryData(objectQuery(object)));
  const has = (key: string) => definition.fields.some((field) => field.key === key);
  const due = DUE[object] ?? "";
  if (!has(due)) return [];
  const { stage, nameField } = definition.body;
  const open = Object.entries(stage?.types ?? {}).flatMap(([key, type]) => (type === "open" ? [key] : []));
  const shown = [nameField, due, "amount", "next_step"].filter((key) => has(key));
  const page = await call(queryRecordsContract, {
    params: { object },
    body: {
      fields: shown.map((key) => [key]),
      filter: {
        and: [
          { field: ["owner"], op: "mine" },
          { field: [due], op: "le", value: addDays(today, AHEAD_DAYS) },
          ...(stage && has(stage.field) ? [{ field: [stage.field], op: "in" as const, value: open }] : []),
        ],
      },
      sort: [{ field: [due], descending: true }],
      limit: READ_MAX,
    },
    signal,
  });
  return page.items.map(({ id, values }) => {
    const text = (key: string) => (values[key] == null ? null : String(values[key]));
    const day = text(due) ?? today;
    return {
      object,
      id,
      title: text(nameField) ?? "",
      step: text("next_step"),
      day,
      amount: text("amount"),
      late: daysBetween(day, today),
    };
  });
}

/** How long overdue times how much is at stake; what has no amount weighs as much as the middle one. */
function ranked(todos: readonly Todo[]): Todo[] {
  const amounts = todos.flatMap(({ amount }) => (amount === null ? [] : [decimal(amount)])).sort((a, b) => a.cmp(b));
  const middle = amounts[Math.floor(amounts.length / 2)] ?? decimal(1);
  const weight = ({ amount, late }: Todo) =>
    Decimal.max(amount === null ? middle : decimal(amount), 1).times(Math.max(1, Math.min(late, 30) + AHEAD_DAYS + 1));
  return [...todos].sort((a, b) => weight(b).cmp(weight(a)) || (a.day < b.day ? -1 : 1));
}
