import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { objectQuery } from "../model/object-index.ts";
import { definitionOf, fieldOf, type ObjectDefinition } from "./definition.ts";

/** A field as a list shows it: possibly over a reference, `customer.industry`. */
export interface ListColumn {
  readonly path: FieldPath;
  /** The key of its values in a row. */
  readonly name: string;
  readonly field: FieldIndex;
  /** What it is called here: 客户 · 行业. */
  label(locale: Locale): string;
}

/** The columns that these paths lead to; those that are gone or hidden are left out. */
export function useColumns(definition: ObjectDefinition, paths: readonly FieldPath[]): readonly ListColumn[] {
  const wanted = [...neededObjects(definition, paths)].sort();
  const related = useQueries({
    queries: wanted.map((key) => ({ ...objectQuery(key), select: definitionOf })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return useMemo(
    () => paths.flatMap((path) => columnAt(definition, related, path) ?? []),
    [definition, related, paths],
  );
}

function neededObjects(definition: ObjectDefinition, paths: readonly FieldPath[]): Set<string> {
  const keys = paths.flatMap(([first = "", second]) => {
    const field = fieldOf(definition, first);
    if (!field) return [];
    const via = field.type === "lookup" ? fieldOf(definition, String(field.settings["via"])) : field;
    const isNeeded = second !== undefined || field.type === "lookup";
    return isNeeded && via?.target?.object ? [via.target.object] : [];
  });
  return new Set(keys);
}

function columnAt(
  definition: ObjectDefinition,
  related: readonly ObjectDefinition[],
  path: FieldPath,
): ListColumn | undefined {
  const [first = "", ...rest] = path;
  const field = fieldOf(definition, first);
  if (!field) return undefined;
  const name = path.join(".");
  if (rest.length === 0) {
    return {
      path,
      name,
      field: seenThrough(definition, related, field),
      label: (locale) => localText(field.label, locale),
    };
  }
  const target = related.find(({ key }) => key === field.target?.object);
  const inner = target && columnAt(target, related, rest);
  if (!inner) return undefined;
  return {
    path,
    name,
    field: { ...inner.field, computed: true },
    label: (locale) => `${localText(field.label, locale)} · ${inner.label(locale)}`,
  };
}

/** A lookup shows a field of another record, so it reads like that field: with its options and its unit. */
function seenThrough(
  definition: ObjectDefinition,
  related: readonly ObjectDefinition[],
  field: FieldIndex,
): FieldIndex {
  if (field.type !== "lookup") return field;
  const via = fieldOf(definition, String(field.settings["via"]));
  const target = related.find(({ key }) => key === via?.target?.object);
  const source = target && fieldOf(target, String(field.settings["field"]));
  return source ? { ...source, key: field.key, label: field.label, computed: true, right: field.right } : field;
}
