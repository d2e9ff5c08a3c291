import { type Day, daysBetween, earlier, later } from "./day.ts";

/** Half-open days: `start` is in, `end` is not. Empty when they are equal. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

export function rangeDays(range: DayRange): number {
  return Math.max(0, daysBetween(range.start, range.end));
}

export function inRange(day: Day, range: DayRange): boolean {
  return range.start <= day && day < range.end;
}

/** The days in both; an empty range at the later start when there are none. */
export function intersect(first: DayRange, second: DayRange): DayRange {
  const start = later(first.start, second.start);
  return { start, end: later(start, earlier(first.end, second.end)) };
}

/** The days of `range` that lie in none of the holes, in order. Holes may overlap. */
export function subtract(range: DayRange, holes: readonly DayRange[]): DayRange[] {
  let rest: DayRange[] = [range];
  for (const hole of holes) {
    rest = rest.flatMap((part) => {
      const cut = intersect(part, hole);
      if (cut.start >= cut.end) return [part];
      return [
        { start: part.start, end: cut.start },
        { start: cut.end, end: part.end },
      ].filter(({ start, end }) => start < end);
    });
  }
  return rest.filter(({ start, end }) => start < end);
}
