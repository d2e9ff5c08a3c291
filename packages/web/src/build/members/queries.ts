import { listMemberships, listUnits } from "@dabiao/core/people/contract.ts";
import { listRoles } from "@dabiao/core/people/rights-contract.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../../api/call.ts";

export const unitsQuery = queryOptions({ queryKey: ["units"], queryFn: ({ signal }) => call(listUnits, { signal }) });

export const rolesQuery = queryOptions({ queryKey: ["roles"], queryFn: ({ signal }) => call(listRoles, { signal }) });

export function membershipsQuery(member: string) {
  return queryOptions({
    queryKey: ["memberships", member],
    queryFn: ({ signal }) => call(listMemberships, { params: { member }, signal }),
  });
}
