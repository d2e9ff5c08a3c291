import type { LibraryKpi } from "@dabiao/core/metrics/library-contract.ts";
import type { MetricInfo, Metrics } from "./use-metrics.ts";

export interface LibraryGroup<Item> {
  readonly group: string;
  readonly items: readonly Item[];
}

/** Metrics that a word is found in, by group, both in their order. */
export function libraryGroups({ metrics }: Metrics, words: string): LibraryGroup<MetricInfo>[] {
  const found = metrics.filter(({ key, label, description }) =>
    has([key, label.zh, label.en, description?.zh, description?.en].join(" ").toLowerCase(), words),
  );
  return grouped(found, ({ group = "" }) => group);
}

/** KPIs of a type that a word is found in, by 汉字, pinyin or initials, grouped; results first within a group. */
export function kpiGroups(kpis: readonly LibraryKpi[], show: string, words: string): LibraryGroup<LibraryKpi>[] {
  const found = kpis.filter(({ body, search }) => (show === "all" || body.type === show) && has(search, words));
  const ordered = found.toSorted((a, b) => TYPES.indexOf(a.body.type) - TYPES.indexOf(b.body.type));
  const groups = grouped(ordered, ({ body: { group = "" } }) => group);
  return groups.toSorted((a, b) => place(a.group) - place(b.group));
}

const TYPES = ["result", "process", "support"];
/** From what comes in to what makes it come in; a company's own groups stand after these, and what has none at the end. */
const GROUPS = "revenue cash order customer pipeline visit efficiency growth quality".split(" ");

function place(group: string): number {
  const at = GROUPS.indexOf(group);
  if (at !== -1) return at;
  return group === "" ? GROUPS.length + 1 : GROUPS.length;
}

function has(text: string, words: string): boolean {
  return words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function grouped<Item>(items: readonly Item[], groupOf: (item: Item) => string): LibraryGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groupOf(item);
    const members = groups.get(group) ?? [];
    members.push(item);
    groups.set(group, members);
  }
  return [...groups].map(([group, members]) => ({ group, items: members }));
}
