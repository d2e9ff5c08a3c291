import type { DayRange } from "../calendar/day-range.ts";
import { decimal } from "../numbers/decimal.ts";
import type { AggregateMeasure } from "./metric.ts";

/** The first day that figures from the beginning look at. */
export const BEGINNING = "1970-01-01";

/**
 * The days an aggregate counts for a period: the period itself, or everything up to its end.
 *
 * @source SPEC.md K-04
 */
export function reachOf({ reach }: Pick<AggregateMeasure, "reach">, period: DayRange): DayRange {
  return reach === "to_date" ? { start: BEGINNING, end: period.end } : period;
}

interface Cell {
  readonly key: readonly (string | null)[];
  readonly value: string | null;
}

/**
 * What came in each period as what there is by the end of each: 10, nothing, 5 becomes 10, 10, 15. Every other key
 * runs on by itself; before its first period there is no cell.
 *
 * @param at      which of the keys is the period
 * @param periods their keys, in order
 * @source SPEC.md K-04
 */
export function cumulate<Found extends Cell>(
  cells: Iterable<Found>,
  at: number,
  periods: readonly string[],
): { key: (string | null)[]; value: string }[] {
  const lines = new Map<string, { key: Found["key"]; values: Map<string | null, string> }>();
  for (const { key, value } of cells) {
    const name = JSON.stringify(key.toSpliced(at, 1));
    const line = lines.get(name) ?? { key, values: new Map() };
    lines.set(name, line);
    if (value !== null) line.values.set(key[at] ?? null, value);
  }
  return [...lines.values()].flatMap(({ key, values }) => {
    const first = periods.findIndex((period) => values.has(period));
    let sum = decimal("0");
    return (first < 0 ? [] : periods.slice(first)).map((period) => {
      sum = sum.plus(decimal(values.get(period) ?? "0"));
      return { key: key.with(at, period), value: sum.toFixed() };
    });
  });
}
