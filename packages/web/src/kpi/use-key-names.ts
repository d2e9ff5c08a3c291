import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { queryRecordsContract } from "@dabiao/core/records/contract.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../api/call.ts";
import { optionsOf } from "../fields/option-of.ts";
import { useLocale } from "../i18n/locale.ts";
import { usePeopleNames } from "../metrics/use-names.ts";
import { useObjectFields } from "../metrics/use-object-fields.ts";
import { worldQuery } from "../model/object-index.ts";

const CHUNK = 200;

/** Names of the values a metric is cut by: options, people, units and records by name, all else as it stands. */
export function useKeyNames(
  object: string | undefined,
  path: FieldPath | undefined,
  keys: readonly (string | null)[],
): (key: string | null) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const peopleName = usePeopleNames();
  const field = useFieldAt(object, path);
  const target = field?.target?.kind === "object" ? field.target.object : undefined;
  const names = useRecordNames(target, target ? keys : []);
  const options = new Map(field ? optionsOf(field).map((each) => [each.key, localText(each.label, locale)]) : []);
  return (key) => {
    if (key === null) return t("kpi.empty");
    if (key === "true" || key === "false") return t(`kpi.${key}`);
    // An id says nothing to anybody: until its name is known, a value that is no plain text waits.
    const isPlain = field !== undefined && field.target === null;
    return options.get(key) ?? names.get(key) ?? peopleName(key) ?? (isPlain ? key : "…");
  };
}

/** The field at the end of a path; `undefined` while its object is read. */
function useFieldAt(object: string | undefined, path: FieldPath | undefined): FieldIndex | undefined {
  const [first, second, third] = path ?? [];
  const one = useObjectFields(first === undefined ? undefined : object).find(({ key }) => key === first);
  const two = useObjectFields(second === undefined ? undefined : one?.target?.object).find(({ key }) => key === second);
  const three = useObjectFields(third === undefined ? undefined : two?.target?.object).find(({ key }) => key === third);
  return third !== undefined ? three : second !== undefined ? two : one;
}

function useRecordNames(object: string | undefined, keys: readonly (string | null)[]): ReadonlyMap<string, string> {
  const nameField = useQuery(worldQuery).data?.objects.find(({ key }) => key === object)?.nameField;
  const ids = [...new Set(keys.filter((key) => key !== null))].sort();
  const { data } = useQuery({
    queryKey: ["kpi", "names", object, ids],
    queryFn: async ({ signal }) => {
      const names = new Map<string, string>();
      for (let at = 0; at < ids.length; at += CHUNK) {
        const body = {
          fields: [[nameField ?? "id"]],
          filter: { field: ["id"], op: "in" as const, value: ids.slice(at, at + CHUNK) },
          limit: CHUNK,
        };
        const page = await call(queryRecordsContract, { params: { object: object ?? "" }, body, signal });
        for (const { id, values } of page.items) names.set(id, String(values[nameField ?? "id"] ?? id));
      }
      return names;
    },
    enabled: object !== undefined && nameField !== undefined && ids.length > 0,
    staleTime: 60_000,
  });
  return data ?? new Map();
}
