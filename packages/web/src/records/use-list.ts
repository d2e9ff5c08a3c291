import { useMemo } from "react";
import type { ObjectDefinition } from "./definition.ts";
import { useAddress } from "./list-address.ts";
import {
  type ChangedSettings,
  changedSettings,
  type ListSettings,
  SETTING_KEYS,
  settingsOf,
  type ViewTab,
  viewTabs,
  withChanges,
} from "./list-settings.ts";

export interface ListState {
  readonly tabs: readonly ViewTab[];
  readonly tab: ViewTab;
  readonly settings: ListSettings;
  /** `changed`: only in the address; `mine`: kept for oneself; `shared`: as everybody sees it. */
  readonly standing: "shared" | "mine" | "changed";
  readonly search: string;
  readonly isBin: boolean;
  set(changed: ChangedSettings): void;
  setSearch(text: string): void;
  open(tab: ViewTab): void;
  openBin(open: boolean): void;
  /** Back to what is kept. */
  reset(): void;
  /** Neither filter nor search. */
  clear(): void;
}

/** A list as its address says it: which view, what was changed on it, what is searched. */
export function useList(definition: ObjectDefinition): ListState {
  const { params, change } = useAddress();
  const tabs = useMemo(() => viewTabs(definition), [definition]);
  const wanted = params.get("view");
  const first = tabs[0] ?? { key: null, view: null };
  const changed = useMemo(() => changedSettings(params), [params]);
  const isLinkedFilter = wanted === null && Object.keys(changed).length > 0;
  const tab = tabs.find(({ key }) => (key ?? "all") === wanted) ?? (isLinkedFilter ? { key: null, view: null } : first);
  const settings = useMemo(() => withChanges(settingsOf(definition, tab), changed), [definition, tab, changed]);
  const isChanged = Object.keys(changed).length > 0;
  const empty = Object.fromEntries(SETTING_KEYS.map((key) => [key, null]));
  return {
    tabs,
    tab,
    settings,
    standing: isChanged ? "changed" : tab.view?.personal ? "mine" : "shared",
    search: params.get("q") ?? "",
    isBin: params.get("deleted") === "true",
    set: (next) => change({ ...jsonParts(next), view: wanted ?? tab.key ?? "all" }),
    setSearch: (text) => change({ q: text }),
    open: ({ key }) => change({ ...empty, view: key ?? "all", deleted: null, month: null }, false),
    openBin: (open) => change({ ...empty, deleted: open ? "true" : null }, false),
    reset: () => change(empty),
    clear: () => change({ filter: "null", q: null, view: wanted ?? tab.key ?? "all" }),
  };
}

/** `null` is a value here: it takes the view's filter away. */
function jsonParts(changed: ChangedSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changed)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}
