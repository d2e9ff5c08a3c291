import type { World } from "@dabiao/core/model/kind.ts";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import type { FastifyRequest } from "fastify";
import type { Account, Authenticator, Identity } from "../../platform/http/authenticator.ts";
import type { Db, Workspace } from "../../platform/postgres/db.ts";
import { identifyKey } from "./api-key-identity.ts";
import type { Auth } from "./auth.ts";
import { rememberIdentity } from "./identity-cache.ts";
import { type ActingMember, actingMember, type WorkspaceEntry, workspacesOf } from "./identity-store.ts";
import { previewAs } from "./preview.ts";

export interface AuthenticatorOptions {
  readonly db: Db;
  readonly auth: Auth;
  readonly clock: () => Date;
  /** The published definitions of a workspace: previews need the previewer's permissions. */
  worldOf(workspace: Workspace): Promise<World>;
}

interface SignedIn {
  readonly account: Account;
  readonly entry: WorkspaceEntry | null;
  readonly member: ActingMember | null;
}

const COOKIE = /(?:^|;\s*)((?:__Secure-)?dabiao\.session_token)=([\w%.~+/=-]{1,500})(?:;|$)/;

/** Reads `Authorization: Bearer dbk_…`, or the session cookie with the workspace of `x-workspace` or the one used last. */
export function openAuthenticator(options: AuthenticatorOptions): Authenticator {
  return {
    async authenticate(request) {
      const { authorization } = request.headers;
      if (authorization?.startsWith("Bearer ")) return identifyKey(options, authorization.slice(7), request.id);
      const signedIn = await signedInBy(options, request);
      if (!signedIn) return null;
      return await identify(options, signedIn, request);
    },
  };
}

async function identify(options: AuthenticatorOptions, signedIn: SignedIn, request: FastifyRequest): Promise<Identity> {
  const { account, entry, member } = signedIn;
  if (!entry || !member) return { account };
  const workspace = options.db.forWorkspace(entry);
  const actor: MemberActor = {
    kind: "member",
    workspaceId: entry.id,
    memberId: member.id,
    accountId: account.id,
    roleKeys: member.roleKeys,
    orgVersion: member.orgVersion,
    locale: account.locale,
    source: "ui",
    requestId: request.id,
  };
  const target = request.headers["x-preview-as"];
  if (target === undefined) return { account, workspace, actor };
  if (typeof target !== "string")
    throw new Refusal("invalid_value", { reason: "preview" }, ["headers", "x-preview-as"]);
  const world = await options.worldOf(workspace);
  return { account, ...(await previewAs({ workspace, actor, world, request, now: options.clock() }, target)) };
}

async function signedInBy(options: AuthenticatorOptions, request: FastifyRequest): Promise<SignedIn | null> {
  const cookie = COOKIE.exec(request.headers.cookie ?? "");
  if (!cookie) return null;
  const wanted = request.headers["x-workspace"];
  const workspaceId = typeof wanted === "string" ? wanted : "";
  return await rememberIdentity(`session|${cookie[2]}|${workspaceId}`, options.clock().getTime(), () =>
    look(options, `${cookie[1]}=${cookie[2]}`, workspaceId),
  );
}

async function look(options: AuthenticatorOptions, cookie: string, workspaceId: string): Promise<SignedIn | null> {
  const found = await options.auth.api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: true },
  });
  if (!found) return null;
  const { id, email, name, locale } = found.user;
  const account: Account = { id, email, name, locale: locale as Locale };
  const entries = await workspacesOf(options.db, id);
  const entry = workspaceId ? entries.find((each) => each.id === workspaceId || each.key === workspaceId) : entries[0];
  if (!entry) return { account, entry: null, member: null };
  const member = await actingMember(options.db.forWorkspace(entry), entry.memberId);
  return { account, entry, member };
}
