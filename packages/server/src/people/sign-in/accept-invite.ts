import type { SignInState } from "@dabiao/core/people/account.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { recordAudit } from "../audit-store.ts";
import { touchOrganisation } from "../organisation-store.ts";
import type { PeopleOptions } from "../people-options.ts";
import { createAccount, demandStrong, replacePassword } from "./account.ts";
import { accountByEmail, dropAccount, joinWorkspace } from "./account-store.ts";
import { workspacesOf } from "./identity-store.ts";
import { memberForLink } from "./link-member-store.ts";
import { openLink, takeLink } from "./link-store.ts";
import { type Exchange, signInWith } from "./sign-in.ts";

/** Who an invitation is for, for the page that asks for a password. */
export async function readInvite({ db, clock }: PeopleOptions, token: string) {
  const link = await openLink(db, "invite", token, clock());
  const member = await memberForLink(db.forWorkspace(link.workspace), link.memberId);
  const account = member.email ? await accountByEmail(db, member.email) : undefined;
  return { company: link.workspace.name, name: member.name, email: member.email, hasAccount: account !== undefined };
}

/**
 * Joins the workspace as the invited member: with a new account, or with the one the address already has, whose
 * password is then asked. The link works once.
 *
 * @throws Refusal `link_expired`, `weak_password`, `wrong_credentials`, `account_already_member`
 */
export async function acceptInvite(
  options: PeopleOptions,
  exchange: Exchange,
  token: string,
  given: { email: string; password: string },
): Promise<SignInState> {
  const { db, auth, clock } = options;
  const { workspace, memberId } = await openLink(db, "invite", token, clock());
  const opened = db.forWorkspace(workspace);
  const member = await memberForLink(opened, memberId);
  const existing = await accountByEmail(db, given.email);
  let state: SignInState | null = null;
  if (existing) {
    state = await signInWith(options, exchange, given);
    const entries = await workspacesOf(db, existing.id);
    if (entries.some((entry) => entry.id === workspace.id)) throw new Refusal("account_already_member");
  } else demandStrong(given.password, { email: given.email, name: member.name, company: workspace.name });
  const accountId = existing?.id ?? (await createAccount(auth, { ...given, name: member.name }));
  const joining = opened.transaction(async (trx) => {
    await touchOrganisation(trx);
    if (!(await takeLink(trx, "invite", token))) throw new Refusal("link_expired");
    const actor = systemActor(workspace.id, "invite", exchange.request.id);
    await recordAudit(trx, actor, { kind: "joined", subject: "member", subjectId: memberId });
    await joinWorkspace(trx, accountId, memberId);
  });
  await joining.catch(async (error: unknown) => {
    if (!existing) await dropAccount(db, accountId);
    throw error;
  });
  return state ?? (await signInWith(options, exchange, given));
}

/** @throws Refusal `link_expired`, `weak_password` */
export async function resetPassword(
  options: PeopleOptions,
  exchange: Exchange,
  token: string,
  next: string,
): Promise<void> {
  const { db, auth, clock } = options;
  const { workspace, memberId } = await openLink(db, "password", token, clock());
  const opened = db.forWorkspace(workspace);
  const member = await memberForLink(opened, memberId);
  if (member.account_id === null) throw new Refusal("link_expired");
  demandStrong(next, { email: member.email ?? "", name: member.name, company: workspace.name });
  if (!(await takeLink(db, "password", token))) throw new Refusal("link_expired");
  await replacePassword(auth, member.account_id, next);
  await opened.transaction((trx) =>
    recordAudit(trx, systemActor(workspace.id, "password", exchange.request.id), {
      kind: "password_changed",
      subject: "member",
      subjectId: memberId,
    }),
  );
}
