import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startProductOnTestServer } from "../support/product.ts";
import { Caller, cookieOf } from "./caller.ts";
import { keyOf, OWNER, openOffice, PASSWORD } from "./office.ts";

test("what guards a session and a key holds: cookies, origins, headers, ended sessions, and no key beyond its maker", async (t) => {
  const product = await startProductOnTestServer(t);
  const office = await openOffice(product.address, product.setupToken);
  const { admin, units } = office;
  const nobody = new Caller(product.address);
  const signedIn = await nobody.post("/session", OWNER);
  for (const line of signedIn.headers.getSetCookie().filter((each) => each.includes("session_token"))) {
    assert.match(line, /HttpOnly/i);
    assert.match(line, /SameSite=(Lax|Strict)/i);
  }
  assert.equal(signedIn.headers.get("x-content-type-options"), "nosniff");
  assert.match(signedIn.headers.get("content-security-policy") ?? "", /default-src 'none'/);
  assert.equal(signedIn.headers.get("cache-control"), "no-store");

  const write = ["POST", "/objects/customer/records", { values: { name: "外" } }] as const;
  const foreign: readonly Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example", authorization: "Bearer x" },
  ];
  for (const headers of foreign) {
    const answer = await admin.send(...write, headers);
    assert.ok([401, 403].includes(answer.status), `${JSON.stringify(headers)}: ${answer.status}`);
  }
  const form = await fetch(`${product.address}api/v1/objects/customer/records`, {
    method: "POST",
    headers: { ...admin.headers, "content-type": "text/plain" },
    body: '{"values":{"name":"外"}}',
  });
  assert.ok(form.status >= 400 && form.status < 500);
  assert.equal((await admin.ok("POST", "/objects/customer/count", {})).count, 0);

  const second = nobody.with({ cookie: cookieOf(signedIn.headers) });
  assert.equal((await second.get("/session")).status, 200);
  await admin.ok("DELETE", "/account/sessions");
  assert.equal((await second.get("/session")).status, 401, "an ended session works no more, at once");

  const li = await office.join("李明", units.east, ["rep"]);
  await office.publish("role", "key_maker", {
    label: { zh: "接口" },
    permissions: ["api_keys.manage", "people.manage"],
    objects: { "*": { read: "own", create: true, update: "own" } },
  });
  await admin.ok("PUT", `/members/${li.id}/roles`, { roleKeys: ["key_maker"] });
  const beyond = await li.call.post("/api-keys", { name: "越权", roleKeys: ["admin"] });
  assert.equal(beyond.status, 403, beyond.text);
  const key = await keyOf(li.call, ["key_maker"]);
  assert.equal((await key.get("/objects/customer/records")).status, 200);
  assert.equal(
    (await key.post("/api-keys", { name: "再来", roleKeys: ["key_maker"] })).status,
    403,
    "keys make no keys",
  );
  assert.ok([401, 403].includes((await key.get("/account/sessions")).status), "a key has no account");
  for (const path of [`/members/${office.adminId}/password-reset`]) {
    const climbing = await li.call.post(path);
    assert.equal(climbing.status, 403, `${path}: ${climbing.text}`);
  }
  assert.equal((await li.call.send("PUT", `/members/${li.id}/roles`, { roleKeys: ["admin"] })).status, 403);
  assert.equal((await li.call.with({ "x-preview-as": office.adminId }).get("/session")).status, 403);
  const demoted = { "x-preview-as": li.id };
  for (const [method, path, body] of [
    write,
    ["PATCH", "/objects/customer/records", { selection: {}, change: { op: "delete" }, expected: 0 }],
    ["POST", "/demo", undefined],
    ["DELETE", "/session", undefined],
    ["POST", "/api-keys", { name: "偷", roleKeys: ["admin"] }],
    ["PUT", "/goals/targets", {}],
    ["POST", "/records/undo", { cause: "x" }],
    ["POST", "/webhooks", { name: "x", url: "https://example.com/" }],
  ] as const) {
    const answer = await admin.with(demoted).send(method, path, body);
    assert.deepEqual([answer.status, answer.body?.code], [403, "preview_read_only"], `${method} ${path}`);
  }
  await admin.ok("PUT", `/members/${li.id}/roles`, { roleKeys: ["rep"] });
  assert.equal(
    (await key.get("/objects/customer/records")).status,
    403,
    "a role taken from the maker is gone from the key",
  );
  await admin.ok("PUT", `/members/${li.id}/departure`, { day: "2026-01-01" });
  await sleep(3_100);
  assert.equal((await key.get("/objects/customer/records")).status, 401, "the key ends with its maker");
});

test("no password, token, key, cookie or secret stands in the log of a whole session, failures included", async (t) => {
  const product = await startProductOnTestServer(t, {
    LOG_LEVEL: "debug",
    RATE_LIMIT: "40",
    WEBHOOK_PRIVATE_TARGETS: "true",
  });
  const office = await openOffice(product.address, product.setupToken);
  const { admin } = office;
  const nobody = new Caller(product.address);
  const secrets = [PASSWORD, product.setupToken ?? "", admin.headers["cookie"]?.split("=")[1] ?? ""];
  await nobody.post("/session", { email: OWNER.email, password: "Wrong-password-77" });
  await nobody.post("/session", { email: OWNER.email, password: { deep: "Wrong-password-77" } });
  await nobody.get("/invites/token-that-never-was-0123456789");
  await nobody.with({ authorization: "Bearer dbk_0_not-a-key-at-all" }).get("/session");
  const { text } = await admin.ok("POST", "/api-keys", { name: "k", roleKeys: ["admin"] });
  const hook = await admin.ok("POST", "/webhooks", { name: "h", url: "https://127.0.0.1:9/x?token=hook-token-55" });
  secrets.push(text, hook.secret, "Wrong-password-77", "token-that-never-was", "not-a-key-at-all", "hook-token-55");
  await admin.ok("POST", "/objects/customer/records", { values: { name: "甲", phone: "13800138000" } });
  const answers = await Promise.all(Array.from({ length: 60 }, () => admin.get("/session")));
  const limited = answers.find(({ status }) => status === 429);
  assert.ok(limited, "a member's allowance ends");
  assert.ok(Number(limited.headers.get("retry-after")) >= 1);
  assert.equal(limited.body.code, "too_many_requests");
  await sleep(1_500);
  const { out, err } = await product.stop();
  const log = `${out.replace(/^达标 ready.*$/m, "")}${err}`;
  for (const secret of [...secrets, "13800138000"])
    assert.ok(secret && !log.includes(secret), `the log tells ${secret}`);
});

test("the company's day and month hold wherever the server stands, and what has no data is null and not zero", async (t) => {
  const product = await startProductOnTestServer(t, { TZ: "America/Los_Angeles", PGTZ: "Pacific/Kiritimati" });
  const office = await openOffice(product.address, product.setupToken);
  const { admin, units } = office;
  const li = await office.join("李明", units.east, ["rep"]);
  const wang = await office.join("王芳", units.east, ["rep"]);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
  const month = today.slice(0, 7);
  const won = (owner: string, amount: string, closed_on: string) =>
    office.create(admin, "opportunity", { name: "单", owner, amount, stage: "won", closed_on });
  await won(li.id, "100", `${month}-01`);
  await won(li.id, "-250.50", today);
  const count = async (filter: object) => (await admin.ok("POST", "/objects/opportunity/count", { filter })).count;
  assert.equal(await count({ field: ["closed_on"], op: "period", value: "this_month" }), 2);
  assert.equal(await count({ field: ["created_at"], op: "period", value: "today" }), 2);
  assert.equal(await count({ field: ["closed_on"], op: "period", value: "today" }), today.endsWith("-01") ? 2 : 1);
  assert.equal(await count({ field: ["created_at"], op: "period", value: "last_month" }), 0);
  const query = (metrics: string[], by: object[] = []) =>
    admin.ok("POST", "/metrics/query", { metrics, by, period: month });
  const sums = await query(["won_amount", "won_count", "win_rate", "average_won"], [{ kind: "member" }]);
  assert.deepEqual(sums.rows, [{ key: [li.id], values: ["-150.5", "2", "1", "-75.25"] }]);
  const none = await admin.ok("POST", "/metrics/query", {
    metrics: ["won_count", "win_rate", "average_won"],
    period: "2019-01",
  });
  assert.deepEqual(
    none.total,
    ["0", null, null],
    "[CV-2] a count of nothing is zero, a rate or mean of nothing is null",
  );

  const place = (member: string) => ({ kpi: "won_amount", period: month, subject: { kind: "member", id: member } });
  await admin.ok("PUT", "/goals/targets", { ...place(li.id), amount: "1000", reason: "月度" });
  await admin.ok("PUT", "/goals/targets", { ...place(wang.id), amount: "0", reason: "新人" });
  const board = await admin.ok("POST", "/kpi/board", { kpis: ["won_amount", "win_rate"], period: month });
  const cell = (member: string) => board.people.find(({ id }: { id: string }) => id === member).cells;
  assert.deepEqual([cell(li.id)[0].actual, cell(li.id)[0].attain], ["-150.5", "-0.1505"], "a refund keeps its sign");
  assert.deepEqual(
    [cell(wang.id)[0].target, cell(wang.id)[0].attain],
    ["0", null],
    "a target of zero has no attainment",
  );
  assert.deepEqual(
    [cell(wang.id)[1].actual, cell(wang.id)[1].attain, cell(wang.id)[1].status],
    [null, null, "noTarget"],
  );
});
