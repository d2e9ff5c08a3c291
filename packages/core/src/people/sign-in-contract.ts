import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { LOCALES } from "../platform/text.ts";
import {
  BackupCode,
  Email,
  LinkToken,
  Me,
  OneTimeCode,
  PasswordAttempt,
  PersonName,
  Session,
  SignInState,
} from "./account.ts";

const done = z.undefined();
const id = z.object({ id: z.string().max(60) });
const token = z.object({ token: LinkToken });

export const readSetup = contract({
  name: "setup.read",
  method: "GET",
  path: "/setup",
  access: "public",
  summary: "Whether this installation already has its company",
  response: z.object({ claimed: z.boolean() }),
});
export const claimSetup = contract({
  name: "setup.claim",
  method: "POST",
  path: "/setup",
  access: "public",
  summary: "Create the company and its first administrator with the one-time set-up token, and sign in",
  body: z.object({
    token: z.string().min(1).max(200),
    company: z.string().trim().min(1).max(200),
    email: Email,
    password: PasswordAttempt,
    name: PersonName.optional(),
    zone: z.string().max(60).default("Asia/Shanghai"),
  }),
  response: z.object({ workspaceId: z.string(), memberId: z.string() }),
});

export const signIn = contract({
  name: "session.create",
  method: "POST",
  path: "/session",
  access: "public",
  summary: "Sign in with e-mail and password",
  body: z.object({ email: Email, password: PasswordAttempt }),
  response: SignInState,
});
export const proveSecondFactor = contract({
  name: "session.prove",
  method: "POST",
  path: "/session/second-factor",
  access: "public",
  summary: "Finish signing in with the authenticator's six digits or a backup code",
  body: z.union([z.object({ code: OneTimeCode }), z.object({ backupCode: BackupCode })]),
  response: SignInState,
});
export const readMe = contract({
  name: "session.read",
  method: "GET",
  path: "/session",
  access: "account",
  summary: "Who is signed in, in which workspace, with which permissions",
  response: Me,
});
export const signOut = contract({
  name: "session.delete",
  method: "DELETE",
  path: "/session",
  access: "account",
  summary: "Sign out of this session",
  response: done,
});
export const listSessions = contract({
  name: "session.list",
  method: "GET",
  path: "/account/sessions",
  access: "account",
  summary: "The account's sessions, newest first",
  response: z.object({ items: z.array(Session) }),
});
export const endSession = contract({
  name: "session.end",
  method: "DELETE",
  path: "/account/sessions/:id",
  access: "account",
  summary: "End one of the account's sessions",
  params: id,
  response: done,
});
export const endOtherSessions = contract({
  name: "session.endOthers",
  method: "DELETE",
  path: "/account/sessions",
  access: "account",
  summary: "End every session of the account but this one",
  response: z.object({ ended: z.number() }),
});

export const changeAccount = contract({
  name: "account.update",
  method: "PATCH",
  path: "/account",
  access: "account",
  summary: "Change one's own name or language",
  body: z.object({ name: PersonName.optional(), locale: z.enum(LOCALES).optional() }),
  response: done,
});
export const changePassword = contract({
  name: "account.changePassword",
  method: "PUT",
  path: "/account/password",
  access: "account",
  summary: "Choose a new password; every other session ends",
  body: z.object({ current: PasswordAttempt, next: PasswordAttempt }),
  response: done,
});
export const chooseWorkspace = contract({
  name: "account.chooseWorkspace",
  method: "PUT",
  path: "/account/workspace",
  access: "account",
  summary: "Enter another workspace; the next sign-in starts there",
  body: z.object({ workspaceId: z.uuid() }),
  response: done,
});
export const startTwoFactor = contract({
  name: "account.startTwoFactor",
  method: "POST",
  path: "/account/two-factor",
  access: "account",
  summary: "Begin two-factor sign-in: the secret for the authenticator and ten backup codes",
  body: z.object({ password: PasswordAttempt }),
  response: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
});
export const confirmTwoFactor = contract({
  name: "account.confirmTwoFactor",
  method: "PUT",
  path: "/account/two-factor",
  access: "account",
  summary: "Switch two-factor sign-in on by a first code from the authenticator",
  body: z.object({ code: OneTimeCode }),
  response: done,
});
export const stopTwoFactor = contract({
  name: "account.stopTwoFactor",
  method: "POST",
  path: "/account/two-factor/removal",
  access: "account",
  summary: "Switch two-factor sign-in off",
  body: z.object({ password: PasswordAttempt }),
  response: done,
});

export const readInvite = contract({
  name: "invite.read",
  method: "GET",
  path: "/invites/:token",
  access: "public",
  summary: "Who an invitation is for",
  params: token,
  response: z.object({ company: z.string(), name: z.string(), email: z.string().nullable(), hasAccount: z.boolean() }),
});
export const acceptInvite = contract({
  name: "invite.accept",
  method: "POST",
  path: "/invites/:token",
  access: "public",
  summary: "Accept an invitation: a new account, or the password of the one the e-mail address already has",
  params: token,
  body: z.object({ email: Email, password: PasswordAttempt }),
  response: SignInState,
});
export const resetPassword = contract({
  name: "passwordReset.use",
  method: "POST",
  path: "/password-resets/:token",
  access: "public",
  summary: "Choose a new password by a link an administrator handed over",
  params: token,
  body: z.object({ password: PasswordAttempt }),
  response: done,
});
