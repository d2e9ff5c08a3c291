import type { TimelineEntry } from "@dabiao/core/records/contract.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { fieldOf, type ObjectDefinition } from "../definition.ts";
import { type Named, useFilterTitles } from "../filter/use-filter-titles.ts";

/** Names of the people and records that a timeline speaks of. */
export function useEntryTitles(definition: ObjectDefinition, entries: readonly TimelineEntry[]): Titles {
  const named = new Map<string, Named>();
  const add = (kind: string, id: unknown) => {
    if (typeof id === "string") named.set(`${kind} ${id}`, { kind, id });
  };
  for (const { memberId, fields, mentions } of entries) {
    add("member", memberId);
    for (const id of mentions ?? []) add("member", id);
    for (const [key, { before, after }] of Object.entries(fields ?? {})) {
      const target = fieldOf(definition, key)?.target;
      const kind = target?.kind === "object" ? target.object : target?.kind;
      if (!kind || kind === "file") continue;
      for (const id of [before, after].flat()) add(kind, id);
    }
  }
  return useFilterTitles([...named.values()]);
}
