import { shownNumber } from "./rule/shown-number.ts";

/** Before and after of a figure or a grade: 82.5 → 85, B → A. */
export function shownChange(before: string | null, after: string | null): string {
  return `${shown(before)} → ${shown(after)}`;
}

function shown(value: string | null): string {
  if (value === null) return "--";
  return /^-?\d/.test(value) ? shownNumber(value) : value;
}
