import type { SignInState } from "@dabiao/core/people/account.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PeopleOptions } from "../people-options.ts";
import { accountByEmail } from "./account-store.ts";
import { countFailure, demandNotLocked, forgetFailures } from "./failure-store.ts";
import { asked, libraryHeaders, withCookies } from "./library-call.ts";
import { auditAccount } from "./sign-in-audit.ts";

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * E-mail and password to a session, or to the question for a second factor.
 * @throws Refusal `wrong_credentials` whether the account exists or not, `sign_in_locked`
 */
export async function signInWith(
  { db, auth, clock }: PeopleOptions,
  { request, reply }: Exchange,
  { email, password }: { email: string; password: string },
): Promise<SignInState> {
  const { ip } = request;
  await demandNotLocked(db, email, ip, clock());
  const note = async (kind: "sign_in" | "sign_in_failed") => {
    const account = await accountByEmail(db, email);
    if (account) await auditAccount(db, account.id, { kind, requestId: request.id, address: ip });
  };
  const call = auth.api.signInEmail({
    body: { email, password },
    headers: libraryHeaders(request),
    returnHeaders: true,
  });
  const answer = await asked(call).catch(async (error: unknown) => {
    if (error instanceof Refusal) {
      await countFailure(db, email, ip, clock());
      await note("sign_in_failed");
    }
    throw error;
  });
  await forgetFailures(db, email, ip);
  const response: object = withCookies(reply, answer);
  if ("twoFactorRedirect" in response) return { state: "second_factor" };
  await note("sign_in");
  return { state: "signed_in" };
}

/** @throws Refusal `wrong_code`, `second_factor_expired`, `sign_in_locked` after ten wrong codes */
export async function proveSecondFactor(
  { db, auth }: PeopleOptions,
  { request, reply }: Exchange,
  proof: { code: string } | { backupCode: string },
): Promise<SignInState> {
  const given = { headers: libraryHeaders(request), returnHeaders: true } as const;
  const answer = await asked(
    "code" in proof
      ? auth.api.verifyTOTP({ ...given, body: { code: proof.code } })
      : auth.api.verifyBackupCode({ ...given, body: { code: proof.backupCode } }),
  );
  const { user } = withCookies(reply, answer);
  await auditAccount(db, user.id, { kind: "sign_in", requestId: request.id, address: request.ip });
  return { state: "signed_in" };
}
