import type { MetricInfo, Metrics } from "./use-metrics.ts";

interface LibraryGroup {
  readonly group: string;
  readonly items: readonly MetricInfo[];
}

/** Metrics that a word is found in, by group, both in their order. */
export function libraryGroups({ metrics }: Metrics, words: string): LibraryGroup[] {
  const sought = words.trim().toLowerCase();
  const groups = new Map<string, MetricInfo[]>();
  for (const metric of metrics) {
    const { key, label, description, group = "" } = metric;
    const text = [key, label.zh, label.en, description?.zh, description?.en].join(" ").toLowerCase();
    if (text.includes(sought)) groups.set(group, [...(groups.get(group) ?? []), metric]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
