import { getMember } from "@dabiao/core/people/contract.ts";
import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import type { Titles } from "@dabiao/core/records/record-query.ts";
import { useQueries } from "@tanstack/react-query";
import { call } from "../../api/call.ts";
import { useObjectIndex } from "../../model/object-index.ts";

/** A filter that names more people or records than this shows the rest as a number. */
const NAMES_MAX = 20;

/** What an id in a filter stands for. */
export interface Named {
  readonly kind: string;
  readonly id: string;
}

/** Names of the people and records a filter speaks of. */
export function useFilterTitles(named: readonly Named[]): Titles {
  const objects = useObjectIndex();
  return useQueries({
    queries: named.slice(0, NAMES_MAX).map(({ kind, id }) => ({
      queryKey: ["title", kind, id],
      queryFn: () => readName(kind, id, objects.find(({ key }) => key === kind)?.nameField),
      enabled: kind === "member" || objects.some(({ key }) => key === kind),
      staleTime: 300_000,
      retry: false,
    })),
    combine: (results) => {
      const titles: Record<string, Record<string, string>> = {};
      for (const { data } of results) {
        if (data) titles[data.kind] = { ...titles[data.kind], [data.id]: data.name };
      }
      return titles;
    },
  });
}

async function readName(kind: string, id: string, nameField: string | undefined) {
  if (kind === "member") return { kind, id, name: (await call(getMember, { params: { member: id } })).name };
  const page = await call(queryRecordsContract, {
    params: { object: kind },
    body: { fields: [[nameField ?? "name"]], filter: { field: ["id"], op: "eq", value: id }, limit: 1 },
  });
  return { kind, id, name: String(page.items[0]?.values[nameField ?? "name"] ?? "") };
}
