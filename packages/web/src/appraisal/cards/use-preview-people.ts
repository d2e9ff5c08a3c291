import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { listMembers } from "@dabiao/core/people/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/call.ts";

const PEOPLE = 3;
const LOOKED_AT = 20;

/** Three people a card is for: those named, else some of its unit or role, else anybody. */
export function usePreviewPeople({ for: whom }: ScorecardBody): readonly string[] {
  const [unit] = whom.units;
  const [role] = whom.roles;
  const query = {
    limit: LOOKED_AT,
    state: "active" as const,
    ...(unit === undefined ? {} : { unit }),
    ...(unit === undefined && role !== undefined ? { role } : {}),
  };
  const found = useQuery({
    queryKey: ["members", "preview", query],
    queryFn: ({ signal }) => call(listMembers, { query, signal }),
    enabled: whom.members.length === 0,
  });
  const people = found.data?.items.filter((each) => each.unit !== null).map(({ id }) => id) ?? [];
  return (whom.members.length > 0 ? whom.members : people).slice(0, PEOPLE);
}
