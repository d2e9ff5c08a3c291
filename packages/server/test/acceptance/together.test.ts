import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { emptyDatabase } from "../support/database.ts";
import { startProduct, startProductOnTestServer, temporaryDataDir } from "../support/product.ts";
import { type Answer, Caller, cookieOf, type Json } from "./caller.ts";
import { checked, reached, uploaded } from "./importing.ts";
import { OWNER, openOffice } from "./office.ts";

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const times = <Value>(count: number, each: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, (_, index) => each(index)));

test("two processes on one database act as one: definitions, sign-ins, live updates and imports", async (t) => {
  // Files of imports and attachments lie in the data directory, so the processes share it.
  const dataDir = temporaryDataDir(t);
  const url = await emptyDatabase(t);
  const one = await startProduct(t, dataDir, { DATABASE_URL: url });
  const office = await openOffice(one.address, one.setupToken);
  const two = await startProduct(t, dataDir, { DATABASE_URL: url });
  assert.equal(two.setupToken, null);
  const here = office.admin;
  const there = here.at(two.address);
  assert.equal((await there.ok("GET", "/session")).member.name, OWNER.name);

  const { body } = await here.ok("GET", "/definitions/object/customer");
  body.fields.push({ key: "mood", type: "text", label: { zh: "心情" } });
  await there.ok("GET", "/objects/customer/records");
  await office.publish("object", "customer", body);
  const id = (await there.ok("POST", "/objects/customer/records", { values: { name: "甲", mood: "好" } })).id;

  const controller = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const data of await there.listen(controller.signal)) heard.push(data);
  })();
  await sleep(300);
  await here.ok("PATCH", `/objects/customer/records/${id}`, { values: { mood: "很好" } });
  for (const end = Date.now() + 10_000; Date.now() < end && !heard.some((data) => data.includes(id)); ) await sleep(50);
  controller.abort();
  await listening.catch(() => undefined);
  assert.ok(
    heard.some((data) => data.includes(id)),
    "the other process's page did not hear of the change",
  );

  const csv = `外部编号,公司名称\n${Array.from({ length: 3000 }, (_, row) => `K${row},并行${row}`).join("\n")}\n`;
  const run = await uploaded(here, "a.csv", csv);
  await checked(here, run, "external_no");
  await there.ok("POST", `/imports/${run}/run`);
  const done = await reached(here, run, "done", "failed");
  assert.deepEqual([done.state, done.counts.created], ["done", 3000], JSON.stringify(done.failure));

  await here.ok("DELETE", "/session");
  await sleep(3_100);
  assert.equal((await there.get("/session")).status, 401);
});

test("of many who do the same at once exactly those win who may: set-up, versions, publications, last administrators, unique keys", async (t) => {
  const product = await startProductOnTestServer(t);
  const nobody = new Caller(product.address);
  const claims = await times(6, () =>
    nobody.send("POST", "/setup", { token: product.setupToken, company: "蓝海科技", ...OWNER }),
  );
  assert.equal(claims.filter(({ status }) => status === 200).length, 1);
  assert.ok(
    claims.every(({ status }) => [200, 403, 409].includes(status)),
    statuses(claims).join(),
  );
  const signedIn = await nobody.post("/session", OWNER);
  const cookie = cookieOf(signedIn.headers);
  const admin = nobody.with({ cookie });
  await admin.ok("PUT", "/solutions/sales");
  const root = (await admin.ok("GET", "/units")).items[0].id;

  const { id, version } = await admin.ok("POST", "/objects/customer/records", {
    values: { name: "甲", employees: "0" },
  });
  const edits = await times(50, (index) =>
    admin.send("PATCH", `/objects/customer/records/${id}`, { values: { employees: String(index + 1) }, version }),
  );
  assert.equal(edits.filter(({ status }) => status === 200).length, 1);
  for (const lost of edits.filter(({ status }) => status !== 200)) assert.equal(lost.status, 409, lost.text);
  const now = (await admin.ok("GET", `/objects/customer/records/${id}`)).record;
  const side = await Promise.all([
    admin.send("PATCH", `/objects/customer/records/${id}`, { values: { region: "华东" }, version: now.version }),
    admin.send("PATCH", `/objects/customer/records/${id}`, { values: { note: "急" }, version: now.version }),
  ]);
  assert.deepEqual(statuses(side), [200, 200], "two people may edit different fields of one record");

  const twins = await times(8, () =>
    admin.post("/objects/customer/records", { values: { name: "双", external_no: "U-1" } }),
  );
  assert.equal(twins.filter(({ status }) => status === 200).length, 1);
  assert.ok(
    twins.every(({ status }) => [200, 409, 422].includes(status)),
    statuses(twins).join(),
  );

  const { body } = await admin.ok("GET", "/definitions/object/customer");
  const draft = (key: string) => ({ ...body, fields: [...body.fields, { key, type: "text", label: { zh: key } }] });
  await admin.ok("PUT", "/definitions/object/customer/draft", { body: draft("one_more") });
  const published = await times(4, () => admin.post("/definitions/object/customer/versions", { note: "" }));
  const answered = published.map(({ body: answer }) => answer.state ?? answer.code);
  assert.equal(answered.filter((state) => state === "published").length, 1, answered.join());
  assert.ok(
    answered.every((state) => ["published", "unchanged", "no_draft", "busy"].includes(state)),
    answered.join(),
  );
  await admin.ok("POST", "/objects/customer/records", { values: { name: "乙", one_more: "在" } });

  const second = await admin.ok("POST", "/members", {
    name: "副总",
    email: "vice@example.cn",
    unitId: root,
    roleKeys: ["admin"],
  });
  const { token } = await admin.ok("POST", `/members/${second.id}/invite`);
  const accepted = await times(4, () =>
    nobody.post(`/invites/${token}`, { email: "vice@example.cn", password: OWNER.password }),
  );
  assert.ok(
    accepted.every(({ status }) => status < 500),
    statuses(accepted).join(),
  );
  assert.ok(accepted.some(({ status }) => status === 200));
  const me = (await admin.ok("GET", "/session")).member.id;
  const stripped = await Promise.all(
    [me, second.id].map((member) => admin.send("PUT", `/members/${member}/roles`, { roleKeys: [] })),
  );
  assert.equal(stripped.filter(({ status }) => status === 200).length, 1, statuses(stripped).join());

  const vice = await nobody.post("/session", { email: "vice@example.cn", password: OWNER.password });
  const viceCookie = cookieOf(vice.headers);
  const both = [admin, nobody.with({ cookie: viceCookie })];
  const acting: Caller[] = [];
  for (const caller of both)
    if ((await caller.ok("GET", "/session")).member.roleKeys.includes("admin")) acting.push(caller);
  assert.equal(acting.length, 1, "exactly one administrator is left");
  const crowd = await acting[0]!.ok("POST", "/members/batches", {
    rows: Array.from({ length: 30 }, (_, index) => ({ name: `人${index}`, email: `p${index}@example.cn` })),
  });
  const links = await times(30, (index) => acting[0]!.send("POST", `/members/${crowd.memberIds[index]}/invite`));
  assert.deepEqual([...new Set(statuses(links))], [200], "thirty invitations at once");
});

test("two imports of one file with one key, run at once, make each record once", async (t) => {
  const product = await startProductOnTestServer(t);
  const { admin } = await openOffice(product.address, product.setupToken);
  const rows = 4_000;
  const file = (employees: number) =>
    `外部编号,公司名称,员工数\n${Array.from({ length: rows }, (_, row) => `K${row},公司${row},${employees}`).join("\n")}\n`;
  const ids = await Promise.all([uploaded(admin, "a.csv", file(1)), uploaded(admin, "b.csv", file(2))]);
  for (const id of ids) await checked(admin, id, "external_no");
  await Promise.all(ids.map((id) => admin.ok("POST", `/imports/${id}/run`)));
  const runs = await Promise.all(ids.map((id) => reached(admin, id, "done", "failed")));
  const told = JSON.stringify(
    runs.map(({ state, counts, failure, problems }) => ({ state, counts, failure, problems })),
  );
  assert.deepEqual(
    runs.map(({ state }) => state),
    ["done", "done"],
    told,
  );
  assert.equal(
    runs.reduce((sum, { counts }) => sum + counts.created, 0),
    rows,
    told,
  );
  assert.equal(
    runs.reduce((sum, { counts }) => sum + counts.updated + counts.failed, 0),
    rows,
    told,
  );
  assert.equal((await admin.ok("POST", "/objects/customer/count", {})).count, rows);
});

test("the same request under one idempotency key is done once, however often and however parallel; another under it is refused", async (t) => {
  const product = await startProductOnTestServer(t);
  const { admin } = await openOffice(product.address, product.setupToken);
  const send = (name: string, key = "k-1") =>
    admin.send("POST", "/objects/customer/records", { values: { name } }, { "idempotency-key": key });
  const parallel = await times(10, () => send("甲"));
  assert.deepEqual([...new Set(statuses(parallel))], [200]);
  assert.equal(new Set(parallel.map(({ body }) => body.id)).size, 1);
  const other = await send("乙");
  assert.deepEqual([other.status, other.body.code], [409, "idempotency_mismatch"]);
  const faulty = await times(2, () => send("", "k-2"));
  assert.equal(faulty[0]?.text, faulty[1]?.text);
  assert.ok((faulty[0]?.status ?? 0) >= 400);
  assert.equal((await admin.ok("POST", "/objects/customer/count", {})).count, 1);

  for (let index = 0; index < 5; index++)
    await admin.ok("POST", "/objects/customer/records", { values: { name: `客${index}` } });
  const page = await admin.ok("POST", "/objects/customer/query", { limit: 2, sort: [{ field: ["name"] }] });
  const tampered = [
    `${page.next}x`,
    page.next.slice(3),
    "eyJhIjoxfQ",
    "'",
    "null",
    Buffer.from("[1,2,3,4]").toString("base64url"),
  ];
  for (const cursor of tampered) {
    const answer = await admin.post("/objects/customer/query", { limit: 2, sort: [{ field: ["name"] }], cursor });
    assert.ok(
      answer.status === 400 || answer.status === 422,
      `${cursor}: ${answer.status} ${answer.text.slice(0, 200)}`,
    );
    shaped(answer);
  }
  const crossed = await admin.post("/objects/customer/query", {
    limit: 2,
    sort: [{ field: ["employees"] }],
    cursor: page.next,
  });
  assert.ok(crossed.status < 500, crossed.text);
  shaped(await admin.get("/objects/nothing/records"));
  shaped(await admin.get("/nowhere"));
  shaped(await admin.send("PATCH", "/objects/customer/records/x", { values: {} }));
  shaped(await new Caller(product.address).get("/session"));
});

/** Every refusal has the one shape. */
function shaped({ status, body, text }: Answer): void {
  if (status < 400) return;
  assert.deepEqual(Object.keys((body ?? {}) as Json).sort(), ["code", "issues", "params", "path"], text);
  assert.equal(typeof body.code, "string");
}
