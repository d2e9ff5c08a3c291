import type { Condition, Filter } from "@dabiao/core/records/filter.ts";

/** A filter as the bar shows it: parts joined by and, or by or. A part that is no condition is shown as a whole. */
export interface FilterParts {
  readonly join: "and" | "or";
  readonly parts: readonly Filter[];
}

export function partsOf(filter: Filter | undefined): FilterParts {
  if (!filter) return { join: "and", parts: [] };
  if ("and" in filter) return { join: "and", parts: filter.and };
  if ("or" in filter) return { join: "or", parts: filter.or };
  return { join: "and", parts: [filter] };
}

/** The filter again; null when nothing is left of it. */
export function filterOf({ join, parts }: FilterParts): Filter | null {
  const [only] = parts;
  if (!only) return null;
  if (parts.length === 1) return only;
  return join === "and" ? { and: parts } : { or: parts };
}

export function isCondition(filter: Filter): filter is Condition {
  return "field" in filter;
}

/** Every condition in a filter, however deep. */
export function conditionsIn(filter: Filter | undefined): readonly Condition[] {
  if (!filter) return [];
  if (isCondition(filter)) return [filter];
  if ("not" in filter) return conditionsIn(filter.not);
  return ("and" in filter ? filter.and : filter.or).flatMap(conditionsIn);
}
