import * as contracts from "@dabiao/core/people/sign-in-contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { register } from "../platform/http/register.ts";
import type { PeopleOptions } from "./people-options.ts";
import { demandStrong } from "./sign-in/account.ts";
import * as accounts from "./sign-in/account-store.ts";
import { forgetIdentities } from "./sign-in/identity-cache.ts";
import { asked, libraryHeaders, withCookies } from "./sign-in/library-call.ts";
import { readMe } from "./sign-in/me.ts";
import { auditAccount } from "./sign-in/sign-in-audit.ts";

/** What a signed-in person does about the own account, in whichever workspace. */
export function accountRoutes(app: FastifyInstance, options: PeopleOptions): void {
  const { db, auth, clock } = options;

  register(app, contracts.readMe, async (call) => {
    // Also renews the session's cookie when it is due; requests in between only read.
    withCookies(call.reply, await auth.api.getSession({ headers: libraryHeaders(call.request), returnHeaders: true }));
    return await readMe(options, call);
  });
  register(app, contracts.signOut, async (call) => {
    withCookies(
      call.reply,
      await asked(auth.api.signOut({ headers: libraryHeaders(call.request), returnHeaders: true })),
    );
    forgetIdentities();
    await note(call.account.id, "sign_out", call.request);
    return undefined;
  });

  register(app, contracts.listSessions, async (call) => ({
    items: await accounts.listSessions(db, call.account.id, await sessionId(call.request), clock()),
  }));
  register(app, contracts.endSession, async (call) => {
    const ended = await accounts.endSession(db, call.account.id, call.params.id);
    if (ended === 0) throw new Refusal("not_found", { what: "session" });
    forgetIdentities();
    return undefined;
  });
  register(app, contracts.endOtherSessions, async (call) => {
    const ended = await accounts.endOtherSessions(db, call.account.id, await sessionId(call.request));
    forgetIdentities();
    return { ended };
  });

  register(app, contracts.changeAccount, async (call) => {
    const { name, locale } = call.body;
    await accounts.changeAccountRow(
      db,
      call.account.id,
      { ...(name ? { name } : {}), ...(locale ? { locale } : {}) },
      clock(),
    );
    forgetIdentities();
    return undefined;
  });
  register(app, contracts.changePassword, async (call) => {
    const { current, next } = call.body;
    demandStrong(next, call.account);
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    const headers = libraryHeaders(call.request);
    withCookies(call.reply, await asked(auth.api.changePassword({ body, headers, returnHeaders: true })));
    forgetIdentities();
    await note(call.account.id, "password_changed", call.request);
    return undefined;
  });
  register(app, contracts.chooseWorkspace, async (call) => {
    const entered = await accounts.noteWorkspaceUse(db, call.account.id, call.body.workspaceId, clock());
    if (!entered) throw new Refusal("not_found", { what: "workspace" }, ["body", "workspaceId"]);
    forgetIdentities();
    return undefined;
  });

  register(app, contracts.startTwoFactor, async (call) => {
    const headers = libraryHeaders(call.request);
    const started = await asked(auth.api.enableTwoFactor({ body: { password: call.body.password }, headers }));
    if (started.method !== "totp") throw new Refusal("two_factor_not_started");
    const secret = new URL(started.totpURI).searchParams.get("secret") ?? "";
    return { uri: started.totpURI, secret, backupCodes: started.backupCodes };
  });
  register(app, contracts.confirmTwoFactor, async (call) => {
    const headers = libraryHeaders(call.request);
    withCookies(
      call.reply,
      await asked(auth.api.verifyTOTP({ body: { code: call.body.code }, headers, returnHeaders: true })),
    );
    forgetIdentities();
    await note(call.account.id, "two_factor_on", call.request);
    return undefined;
  });
  register(app, contracts.stopTwoFactor, async (call) => {
    const headers = libraryHeaders(call.request);
    const body = { password: call.body.password };
    withCookies(call.reply, await asked(auth.api.disableTwoFactor({ body, headers, returnHeaders: true })));
    forgetIdentities();
    await note(call.account.id, "two_factor_off", call.request);
    return undefined;
  });

  async function sessionId(request: FastifyRequest): Promise<string> {
    const found = await auth.api.getSession({ headers: libraryHeaders(request), query: { disableRefresh: true } });
    return found?.session.id ?? "";
  }

  async function note(
    accountId: string,
    kind: Parameters<typeof auditAccount>[2]["kind"],
    request: FastifyRequest,
  ): Promise<void> {
    await auditAccount(db, accountId, { kind, requestId: request.id, address: request.ip });
  }
}
