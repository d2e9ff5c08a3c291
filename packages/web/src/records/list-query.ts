import type { FieldPath, Filter, Sort } from "@dabiao/core/records/filter.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListState } from "./use-list.ts";

/** Which records a list shows, in which order, with which columns: the body of every read of it. */
export interface ListQuery {
  readonly fields: FieldPath[];
  readonly filter?: Filter;
  readonly sort?: Sort[];
  readonly search?: string;
  readonly deleted: boolean;
}

/** Only the columns on the screen are read, and the name, which every row needs. */
export function listQuery(definition: ObjectDefinition, { settings, search, isBin }: ListState): ListQuery {
  const paths = [[definition.body.nameField], ...settings.columns.map(({ field }) => field)];
  const fields = [...new Map(paths.map((path) => [path.join("."), path])).values()].slice(0, 60);
  return {
    fields,
    ...(settings.filter ? { filter: settings.filter } : {}),
    ...(settings.sort.length > 0 ? { sort: settings.sort } : {}),
    ...(search ? { search } : {}),
    deleted: isBin,
  };
}

/** The same without columns and order: for counts and bulk changes. */
export function selectionOf({ filter, search, deleted }: ListQuery) {
  return { deleted, ...(filter ? { filter } : {}), ...(search ? { search } : {}) };
}
