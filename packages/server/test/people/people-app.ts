import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { World } from "@dabiao/core/model/kind.ts";
import { worldOf } from "@dabiao/core/model/world.ts";
import { DEFAULT_ROLES } from "@dabiao/core/people/default-roles.ts";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { peopleRoutes } from "../../src/people/routes.ts";
import { openAuth } from "../../src/people/sign-in/auth.ts";
import { openAuthenticator } from "../../src/people/sign-in/authenticator.ts";
import { createServer } from "../../src/platform/http/server.ts";
import type { Db } from "../../src/platform/postgres/db.ts";
import { issueSetupToken } from "../../src/platform/setup-token-store.ts";
import { testDatabase } from "../support/database.ts";

export const PASSWORD = "correct horse battery";
export const OWNER = { email: "boss@example.cn", password: PASSWORD, name: "陈总" };

/** A deal owned by `dealOwner`, so that explanations have a record to speak of. */
export const DEAL = "01920000-0000-7000-8000-0000000000d1";

const WORLD: World = worldOf(1, [
  ...Object.entries(DEFAULT_ROLES).map(([key, body]) => ({ kind: "role", key, body })),
  {
    kind: "object",
    key: "deal",
    body: {
      label: { zh: "商机" },
      nameField: "name",
      fields: [
        { key: "name", type: "text", label: { zh: "名称" } },
        { key: "phone", type: "phone", label: { zh: "电话" } },
      ],
    },
  },
]);

export interface PeopleApp {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly workspaceId: string;
  readonly adminId: string;
  /** The administrator's cookie. */
  readonly admin: string;
  readonly deal: { ownerId: string | null };
  call(
    cookie: string | null,
    method: InjectOptions["method"],
    path: string,
    body?: object,
    headers?: object,
  ): Promise<Answer>;
  /** Adds a member who can sign in; answers the id and the cookie. */
  join(name: string, email: string, unitId: string, roleKeys: string[]): Promise<{ id: string; cookie: string }>;
  rootUnit(): Promise<string>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; contracts are held by the server
  readonly body: any;
  readonly cookie: string;
}

/** The company set up through HTTP, with people's real sign-in. */
export async function peopleApp(t: TestContext, clock: () => Date = () => new Date()): Promise<PeopleApp> {
  const { app, db, deal } = await emptyApp(t, clock);
  const token = await issueSetupToken(db, clock());
  const claimed = await ask(app, null, "POST", "/setup", { token, company: "蓝海科技", ...OWNER });
  assert.equal(claimed.status, 200, JSON.stringify(claimed.body));
  const call: PeopleApp["call"] = (cookie, method, path, body, headers) =>
    ask(app, cookie, method, path, body, headers);
  const admin = claimed.cookie;
  return {
    app,
    db,
    workspaceId: claimed.body.workspaceId,
    adminId: claimed.body.memberId,
    admin,
    deal,
    call,
    rootUnit: async () => (await call(admin, "GET", "/units")).body.items[0].id,
    async join(name, email, unitId, roleKeys) {
      const made = await call(admin, "POST", "/members", { name, email, unitId, roleKeys });
      assert.equal(made.status, 200, JSON.stringify(made.body));
      const link = await call(admin, "POST", `/members/${made.body.id}/invite`);
      const joined = await call(null, "POST", `/invites/${link.body.token}`, { email, password: PASSWORD });
      assert.equal(joined.status, 200, JSON.stringify(joined.body));
      return { id: made.body.id, cookie: joined.cookie };
    },
  };
}

/** The server before anybody claimed it. */
export async function emptyApp(
  t: TestContext,
  clock: () => Date = () => new Date(),
  room: (app: FastifyInstance) => void = () => undefined,
) {
  const db = await testDatabase(t, clock);
  const auth = await openAuth({ db, now: clock() });
  const deal: PeopleApp["deal"] = { ownerId: null };
  const options = {
    db,
    auth,
    clock,
    worldOf: async () => WORLD,
    equip: async () => undefined,
    records: { ownerOf: async () => deal.ownerId, canRead: async () => true },
  };
  const authenticator = openAuthenticator(options);
  const app = await createServer({ db, clock, authenticator, checkAnswers: true, rate: { member: 0, address: 0 } });
  peopleRoutes(app, options);
  room(app);
  await app.ready();
  t.after(() => app.close());
  return { app, db, deal, auth };
}

export async function ask(
  app: FastifyInstance,
  cookie: string | null,
  method: InjectOptions["method"],
  path: string,
  body?: object,
  headers: object = {},
): Promise<Answer> {
  const response = await app.inject({
    method: method ?? "GET",
    url: `/api/v1${path}`,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(body ? { payload: body } : {}),
  });
  return {
    status: response.statusCode,
    body: response.body ? response.json() : null,
    cookie: cookiesOf(response, cookie),
  };
}

/** The cookies a browser would send next. */
function cookiesOf(response: LightMyRequestResponse, before: string | null): string {
  const jar = new Map(
    (before ?? "")
      .split("; ")
      .filter(Boolean)
      .map((each) => each.split(/=(.*)/s, 2) as [string, string]),
  );
  for (const { name, value } of response.cookies) {
    if (value === "") jar.delete(name);
    else jar.set(name, encodeURIComponent(value));
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
