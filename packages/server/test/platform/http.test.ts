import assert from "node:assert/strict";
import { test } from "node:test";
import { contract } from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { LocalText } from "@dabiao/core/platform/text.ts";
import { z } from "zod";
import { register } from "../../src/platform/http/register.ts";
import { memberActor, type Room, testApp } from "../support/app.ts";

const echo = contract({
  name: "test.echo",
  method: "POST",
  path: "/echo/:id",
  access: "member",
  summary: "Says back what it was sent",
  params: z.object({ id: z.uuid() }),
  query: z.object({ times: z.coerce.number().int().max(3).default(1) }),
  body: z.object({ label: LocalText, amount: z.string().optional() }),
  response: z.object({ id: z.uuid(), label: LocalText, times: z.number(), by: z.string().nullable() }),
});
const about = contract({
  name: "test.about",
  method: "GET",
  path: "/about",
  access: "public",
  summary: "Says hello",
  response: z.string(),
});
const fail = contract({
  name: "test.fail",
  method: "POST",
  path: "/fail",
  access: "public",
  summary: "Fails as told",
  body: z.object({ how: z.enum(["refusal", "bug", "answer", "postgres"]) }),
  response: z.object({ ok: z.literal(true) }),
});

const id = "01920000-0000-7000-8000-00000000000a";
const url = `/api/v1/echo/${id}`;

const room: Room = (app, { workspace }) => {
  register(app, echo, ({ params, query, body, actor }) => ({
    id: params.id,
    label: body.label,
    times: query.times,
    by: actor.memberId,
  }));
  register(app, about, () => "你好");
  register(app, fail, async ({ body }) => {
    if (body.how === "refusal") throw new Refusal("conflict", { what: "amount" }, ["body", "amount"]);
    if (body.how === "bug") throw new Error("a secret 123");
    if (body.how === "postgres") await workspace.rows({ kind: "sql", strings: ["select 'x'::uuid"], values: [] });
    return { ok: body.how as unknown as true };
  });
};

test("a request is parsed, the caller known, and the result is what the contract says", async (t) => {
  const { call, workspace } = await testApp(t, { rooms: [room] });
  const actor = memberActor(workspace);
  const answer = await call(actor, { method: "POST", url: `${url}?times=2`, payload: { label: { zh: "达标" } } });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json(), { id, label: { zh: "达标" }, times: 2, by: actor.memberId });
  assert.equal(answer.headers["cache-control"], "no-store");
  assert.equal(answer.headers["x-content-type-options"], "nosniff");
  assert.match(String(answer.headers["x-request-id"]), /^[0-9a-f-]{36}$/);
});

test("someone who is not signed in is told so before anything is read", async (t) => {
  const { call } = await testApp(t, { rooms: [room] });
  const answer = await call(null, {
    method: "POST",
    url,
    payload: "{not json",
    headers: { "content-type": "application/json" },
  });
  assert.equal(answer.statusCode, 401);
  assert.deepEqual(answer.json(), { code: "signed_out", params: {}, path: [], issues: [] });
  assert.equal((await call(null, { method: "GET", url: "/api/v1/about" })).json(), "你好");
});

test("every fault of a form is answered with its place", async (t) => {
  const { call, workspace } = await testApp(t, { rooms: [room] });
  const answer = await call(memberActor(workspace), {
    method: "POST",
    url,
    payload: { label: { zh: " " }, amount: 3 },
  });
  assert.equal(answer.statusCode, 400);
  const body = answer.json();
  assert.equal(body.code, "bad_request");
  assert.deepEqual(
    body.issues.map((issue: { code: string; params: { reason: string }; path: unknown[] }) => [
      issue.params.reason,
      issue.path,
    ]),
    [
      ["too_small", ["body", "label", "zh"]],
      ["invalid_type", ["body", "amount"]],
    ],
  );
});

test("broken requests are refused in the one shape: {code, params, path, issues}", async (t) => {
  const { call, app, workspace } = await testApp(t, { rooms: [room] });
  const actor = memberActor(workspace);
  const json = { "content-type": "application/json" };
  const send = (payload: string, headers: Record<string, string> = json) =>
    call(actor, { method: "POST", url, payload, headers });
  const deep = `{"label":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`;
  const cases = [
    [await send("{"), 400, "bad_json"],
    [await send('{"__proto__":{"admin":true}}'), 400, "bad_json"],
    [await send('{"label":{"zh":"a\\u0000b"}}'), 400, "bad_json"],
    [await send('{"label":{"zh":"\\ud800"}}'), 400, "bad_json"],
    [await send(deep), 400, "bad_json"],
    [await send("<a/>", { "content-type": "text/xml" }), 415, "unsupported_media"],
    [await send(`"${"x".repeat(5_000_000)}"`), 413, "too_large"],
    [await send(""), 400, "bad_request"],
    [await call(actor, { method: "GET", url }), 404, "not_found"],
    [await app.inject({ method: "GET", url: "/api/v1/%E0%A4%A" }), 400, "invalid_value"],
    [await call(actor, { method: "POST", url: "/api/v1/echo/1%00", payload: { label: { zh: "a" } } }), 400, "bad_json"],
  ] as const;
  for (const [answer, status, code] of cases) {
    assert.deepEqual([answer.statusCode, answer.json().code], [status, code]);
    assert.deepEqual(Object.keys(answer.json()).sort(), ["code", "issues", "params", "path"]);
  }
});

test("a refusal keeps its place, a bug tells nothing but its number", async (t) => {
  const { call } = await testApp(t, { rooms: [room] });
  const how = (name: string) => call(null, { method: "POST", url: "/api/v1/fail", payload: { how: name } });
  const refused = await how("refusal");
  assert.equal(refused.statusCode, 409);
  assert.deepEqual(refused.json(), {
    code: "conflict",
    params: { what: "amount" },
    path: ["body", "amount"],
    issues: [],
  });
  const bug = await how("bug");
  assert.equal(bug.statusCode, 500);
  assert.deepEqual(bug.json(), {
    code: "internal",
    params: { requestId: bug.headers["x-request-id"] },
    path: [],
    issues: [],
  });
  assert.equal((await how("answer")).statusCode, 500, "an answer outside its contract does not leave the tests");
  assert.equal((await how("postgres")).json().code, "invalid_value");
});

test("another site cannot act with a user's cookie", async (t) => {
  const { call, workspace } = await testApp(t, { rooms: [room], http: { origins: ["https://sales.example.com"] } });
  const from = (headers: Record<string, string>) =>
    call(memberActor(workspace), { method: "POST", url, payload: { label: { zh: "a" } }, headers });
  assert.equal((await from({ origin: "https://evil.example" })).json().code, "foreign_origin");
  assert.equal((await from({ origin: "null", cookie: "a=b" })).statusCode, 403);
  assert.equal((await from({ "sec-fetch-site": "cross-site" })).statusCode, 403);
  assert.equal((await from({ origin: "http://localhost:80", host: "localhost:80" })).statusCode, 200);
  assert.equal((await from({ origin: "https://sales.example.com" })).statusCode, 200);
  assert.equal((await from({ origin: "https://evil.example", authorization: "Bearer k" })).statusCode, 200);
});

test("who asks too often waits, others do not", async (t) => {
  const now = new Date("2026-03-09T02:00:00Z");
  const { call, workspace } = await testApp(t, {
    rooms: [room],
    clock: () => now,
    http: { rate: { member: 3, address: 1 } },
  });
  const ask = (memberId: string) => call(memberActor(workspace, { memberId }), { method: "GET", url: "/api/v1/about" });
  for (let count = 0; count < 3; count++) assert.equal((await ask("a")).statusCode, 200);
  const refused = await ask("a");
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.headers["retry-after"], "20");
  assert.equal((await ask("b")).statusCode, 200);
  now.setTime(now.getTime() + 20_000);
  assert.equal((await ask("a")).statusCode, 200);
});
