import type { ViewBody } from "@dabiao/core/model/kinds/view.ts";
import { FieldPath, Filter, Sort } from "@dabiao/core/records/filter.ts";
import { z } from "zod";
import { type ObjectDefinition, ownFields, type SharedView } from "./definition.ts";

/** What a list shows and how: a view's body without its name. */
export type ListSettings = Pick<ViewBody, "type" | "columns" | "filter" | "sort" | "group" | "date">;
export const SETTING_KEYS = ["type", "columns", "filter", "sort", "group", "date"] as const;

/** A tab above a list. `key` is null for the one that is always there and shows everything. */
export interface ViewTab {
  readonly key: string | null;
  readonly view: SharedView | null;
}

const Changed = z
  .object({
    type: z.enum(["grid", "kanban", "calendar"]),
    columns: z
      .array(z.object({ field: FieldPath, width: z.number().optional() }))
      .min(1)
      .max(60),
    filter: Filter.nullable(),
    sort: z.array(Sort).max(3),
    group: FieldPath,
    date: FieldPath,
  })
  .partial();

/** What was changed and not kept yet; a filter of null takes the view's filter away. */
export type ChangedSettings = z.infer<typeof Changed>;

/** What the address says on top of the view; parts that make no sense are passed over. */
export function changedSettings(params: URLSearchParams): ChangedSettings {
  const given: Record<string, unknown> = {};
  for (const key of SETTING_KEYS) {
    const text = params.get(key);
    if (text === null) continue;
    const part = Changed.shape[key].safeParse(parse(text));
    if (part.success) given[key] = part.data;
  }
  return given as ChangedSettings;
}

export function withChanges(base: ListSettings, changed: ChangedSettings): ListSettings {
  const { filter, ...rest } = changed;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const merged = { ...base, ...known } as ListSettings;
  if (filter === undefined) return merged;
  const { filter: _old, ...without } = merged;
  return filter === null ? without : { ...without, filter };
}

export function settingsOf(definition: ObjectDefinition, { view }: ViewTab): ListSettings {
  if (!view) return defaultSettings(definition);
  const { object: _object, label: _label, shared: _shared, order: _order, ...settings } = view.body;
  return withChanges(settings, (view.personal ?? {}) as ChangedSettings);
}

/** A list nobody has designed: the name, the stage, the owner and the next few fields. */
export function defaultSettings(definition: ObjectDefinition): ListSettings {
  const { nameField, stage, dateField } = definition.body;
  const others = ownFields(definition)
    .filter(({ type }) => !["long_text", "attachment", "location", "address"].includes(type))
    .map(({ key }) => key);
  const keys = [...new Set([nameField, ...(stage ? [stage.field] : []), ...others.slice(0, 7), "owner"])];
  return {
    type: "grid",
    columns: keys.map((key) => ({ field: [key] })),
    sort: [],
    ...(stage ? { group: [stage.field] } : {}),
    ...(dateField ? { date: [dateField] } : {}),
  };
}

/** The tabs of an object's list: its shared views, and 全部 where none of them shows everything. */
export function viewTabs({ views }: ObjectDefinition): readonly ViewTab[] {
  const tabs = views.map((view) => ({ key: view.key, view }));
  const showsAll = views.some(({ body }) => body.type === "grid" && !body.filter);
  return showsAll ? tabs : [...tabs, { key: null, view: null }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Single words, such as type=kanban, stand in the address without quotes.
    return text;
  }
}
