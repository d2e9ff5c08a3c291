import * as contracts from "@dabiao/core/people/sign-in-contract.ts";
import type { FastifyInstance } from "fastify";
import { RateLimit } from "../platform/http/rate-limit.ts";
import { register } from "../platform/http/register.ts";
import { isUnclaimed } from "../platform/setup-token-store.ts";
import type { PeopleOptions } from "./people-options.ts";
import { setUp } from "./set-up.ts";
import { acceptInvite, readInvite, resetPassword } from "./sign-in/accept-invite.ts";
import { proveSecondFactor, signInWith } from "./sign-in/sign-in.ts";

/** Attempts a minute from one address at anything that takes a secret. */
const ATTEMPTS_PER_MINUTE = 30;

/** What people do before they are signed in. */
export function signInRoutes(app: FastifyInstance, options: PeopleOptions): void {
  const attempts = new RateLimit(ATTEMPTS_PER_MINUTE, () => options.clock().getTime());

  register(app, contracts.readSetup, async () => ({ claimed: !(await isUnclaimed(options.db)) }));
  register(app, contracts.claimSetup, (call) => {
    attempts.take(call.request.ip);
    return setUp(options, call, call.body);
  });
  register(app, contracts.signIn, (call) => {
    attempts.take(call.request.ip);
    return signInWith(options, call, call.body);
  });
  register(app, contracts.proveSecondFactor, (call) => {
    attempts.take(call.request.ip);
    return proveSecondFactor(options, call, call.body);
  });
  register(app, contracts.readInvite, (call) => {
    attempts.take(call.request.ip);
    return readInvite(options, call.params.token);
  });
  register(app, contracts.acceptInvite, (call) => {
    attempts.take(call.request.ip);
    return acceptInvite(options, call, call.params.token, call.body);
  });
  register(app, contracts.resetPassword, async (call) => {
    attempts.take(call.request.ip);
    await resetPassword(options, call, call.params.token, call.body.password);
    return undefined;
  });
}
