import { readSetup } from "@dabiao/core/people/sign-in-contract.ts";
import { redirect } from "@tanstack/react-router";
import { ApiRefusal, call } from "../api/call.ts";
import { queryClient } from "../api/query-client.ts";
import { meQuery } from "../people/session.ts";

/** Lets members in; sends a fresh installation to its set-up and everyone else to the sign-in page. */
export async function needsSession({
  location,
}: {
  readonly location: { readonly href: string; readonly searchStr: string };
}): Promise<void> {
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    if (me.workspace && me.member) return;
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.code !== "signed_out") throw error;
  }
  const { claimed } = await call(readSetup, {});
  if (!claimed) throw redirect({ href: `/setup${location.searchStr}` });
  throw redirect({ href: `/sign-in?next=${encodeURIComponent(location.href)}` });
}
