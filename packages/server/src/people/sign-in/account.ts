import { type PasswordOwner, passwordIssues } from "@dabiao/core/people/password.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Auth } from "./auth.ts";
import { forgetIdentities } from "./identity-cache.ts";

/** @throws Refusal `weak_password` with everything that is wrong with it */
export function demandStrong(password: string, owner: PasswordOwner): void {
  const issues = passwordIssues(password, owner);
  if (issues.length > 0) throw new Refusal("weak_password", {}, ["body", "password"], issues);
}

/** An account with its password. The address was shown by a link or a token, so it counts as verified. */
export async function createAccount(
  auth: Auth,
  given: { readonly email: string; readonly name: string; readonly password: string },
): Promise<string> {
  const { internalAdapter, password } = await auth.$context;
  const account = await internalAdapter.createUser(
    { email: given.email, name: given.name, emailVerified: true },
    { method: "email-password" },
  );
  const credential = { userId: account.id, accountId: account.id, providerId: "credential" };
  await internalAdapter.linkAccount({ ...credential, password: await password.hash(given.password) });
  return account.id;
}

/** Sets a new password without the old one and ends every session: only after a link an administrator handed over. */
export async function replacePassword(auth: Auth, accountId: string, next: string): Promise<void> {
  const { internalAdapter, password } = await auth.$context;
  await internalAdapter.updatePassword(accountId, await password.hash(next));
  await internalAdapter.deleteUserSessions(accountId);
  forgetIdentities();
}
