import type { TestContext } from "node:test";
import type { Actor, MemberActor } from "@dabiao/core/people/actor.ts";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import type { Authenticator, Identity } from "../../src/platform/http/authenticator.ts";
import { createServer, type HttpOptions } from "../../src/platform/http/server.ts";
import type { Db, Workspace } from "../../src/platform/postgres/db.ts";
import { testWorkspace } from "./database.ts";

/** Adds a room's routes to the app under test. */
export type Room = (app: FastifyInstance, given: { db: Db; workspace: Workspace }) => void | Promise<void>;

export interface TestAppOptions {
  readonly rooms?: readonly Room[];
  readonly clock?: () => Date;
  readonly http?: Partial<HttpOptions>;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly workspace: Workspace;
  /** Calls as the actor, in the test's workspace; null calls as nobody. */
  call(actor: Actor | null, request: InjectOptions): Promise<LightMyRequestResponse>;
}

const ACTOR_HEADER = "x-test-actor";

/** The HTTP server with the rooms named, on a database of its own. Answers are held against their contracts. */
export async function testApp(t: TestContext, options: TestAppOptions = {}): Promise<TestApp> {
  const { db, workspace } = await testWorkspace(t, options.clock);
  const app = await createServer({
    db,
    authenticator: actorsByHeader(workspace),
    checkAnswers: true,
    rate: { member: 0, address: 0 },
    ...(options.clock ? { clock: options.clock } : {}),
    ...options.http,
  });
  for (const room of options.rooms ?? []) await room(app, { db, workspace });
  await app.ready();
  t.after(() => app.close());
  return {
    app,
    db,
    workspace,
    call: (actor, request) => app.inject({ ...request, headers: { ...actorHeaders(actor), ...request.headers } }),
  };
}

/** The headers that make a request come from the actor, for tests that need a real socket. */
export function actorHeaders(actor: Actor | null): Record<string, string> {
  return actor ? { [ACTOR_HEADER]: encodeURIComponent(JSON.stringify(actor)) } : {};
}

/** A member for tests that only need somebody; give what matters. */
export function memberActor(workspace: Workspace, given: Partial<MemberActor> = {}): MemberActor {
  return {
    kind: "member",
    workspaceId: workspace.id,
    memberId: "01920000-0000-7000-8000-000000000001",
    accountId: "account-1",
    roleKeys: ["admin"],
    orgVersion: 1,
    locale: "zh-CN",
    source: "ui",
    requestId: "test",
    ...given,
  };
}

/** Sign-in is the people room's; here a header names the actor. */
function actorsByHeader(workspace: Workspace): Authenticator {
  return {
    async authenticate(request): Promise<Identity | null> {
      const header = request.headers[ACTOR_HEADER];
      if (typeof header !== "string") return null;
      const actor = JSON.parse(decodeURIComponent(header)) as Actor;
      const accountId = actor.kind === "member" ? actor.accountId : null;
      const account = accountId ? { id: accountId, email: "a@example.com", name: "测试", locale: actor.locale } : null;
      return { account, workspace, actor: { ...actor, requestId: request.id } as Actor };
    },
  };
}
