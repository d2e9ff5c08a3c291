import { localText } from "@dabiao/core/platform/text.ts";
import { searchRecordsContract } from "@dabiao/core/records/contract.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { useObjectIndex } from "../model/object-index.ts";
import type { Command } from "./commands.ts";

/** Records that the words find, in the server's order. */
export function useFoundRecords(words: string): readonly Command[] {
  const locale = useLocale();
  const objects = useObjectIndex();
  const q = useDeferredValue(words.replace(/^[#@]/, "").trim());
  const { data } = useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => call(searchRecordsContract, { query: { q }, signal }),
    enabled: q !== "" && !/^[>?]/.test(words),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  if (q === "" || !data) return [];
  return data.groups.flatMap(({ object, items }) => {
    const label = objects.find(({ key }) => key === object)?.label;
    const group = label ? localText(label, locale) : object;
    return items.map(({ id, title }) => ({ label: title, group, path: `/o/${object}/${id}` }));
  });
}
