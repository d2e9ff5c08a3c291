import type { Who } from "@dabiao/core/metrics/who.ts";
import { listRoles } from "@dabiao/core/people/rights-contract.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { usePeopleNames } from "./use-names.ts";

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: ({ signal }) => call(listRoles, { signal }),
  staleTime: 60_000,
});

/** The name of a person or a role. */
export function useWhoName(): (who: Who) => string {
  const locale = useLocale();
  const nameOf = usePeopleNames();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  return (who) => {
    if (who.kind === "member") return nameOf(who.id) ?? "";
    const role = roles.find(({ key }) => key === who.role);
    return role ? localText(role.label, locale) : who.role;
  };
}
