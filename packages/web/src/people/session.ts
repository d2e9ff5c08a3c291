import type { Me } from "@dabiao/core/people/account.ts";
import type { Permission } from "@dabiao/core/people/role.ts";
import { chooseWorkspace, readMe, signOut as signOutContract } from "@dabiao/core/people/sign-in-contract.ts";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "../api/call.ts";
import { previewMember } from "../api/preview.ts";
import { queryClient } from "../api/query-client.ts";

export const meQuery = queryOptions({ queryKey: ["me"], queryFn: () => call(readMe, {}), staleTime: 60_000 });

/** Someone signed in and inside a workspace: what every page of the shell may rely on. */
export interface MemberSession {
  readonly account: Me["account"];
  readonly workspaces: Me["workspaces"];
  readonly workspace: NonNullable<Me["workspace"]>;
  readonly member: NonNullable<Me["member"]>;
  readonly preview: Me["preview"];
}

/** The session of a page in the shell; the route lets nobody in without one. */
export function useSession(): MemberSession {
  const { data } = useSuspenseQuery(meQuery);
  const { workspace, member } = data;
  if (!workspace || !member) throw new Error("a page of the shell was opened without a workspace");
  return { ...data, workspace, member };
}

export function usePermissions(): ReadonlySet<Permission> {
  const { member } = useSession();
  return useMemo(() => new Set(member.permissions), [member.permissions]);
}

export async function signOut(): Promise<void> {
  previewMember(null);
  await call(signOutContract, {});
  location.assign("/sign-in");
}

/** Enters another company and starts afresh there, so that nothing of the first stays on the screen. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  previewMember(null);
  await call(chooseWorkspace, { body: { workspaceId } });
  queryClient.clear();
  location.assign("/home");
}
