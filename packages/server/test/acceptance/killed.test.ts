import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Product, startProduct, temporaryDataDir } from "../support/product.ts";
import { Caller, cookieOf, type Json } from "./caller.ts";
import { checked, uploaded } from "./importing.ts";
import { OWNER, openOffice } from "./office.ts";

const ROWS = 6_000;

test("set-up killed at any moment leaves either a company one can enter or a fresh installation, and nothing between", async (t) => {
  const dataDir = temporaryDataDir(t);
  let product = await startProduct(t, dataDir);
  for (const delayMs of [20, 80, 160]) {
    const claim = new Caller(product.address).send("POST", "/setup", claimOf(product)).catch(() => null);
    await sleep(delayMs);
    await product.kill();
    const acknowledged = (await claim)?.status === 200;
    product = await startProduct(t, dataDir);
    const { claimed } = await new Caller(product.address).ok("GET", "/setup");
    assert.ok(claimed || !acknowledged, "an acknowledged set-up was lost");
    if (claimed) break;
    assert.deepEqual(await workspaces(product), [], `a kill after ${delayMs} ms leaves half a company`);
  }
  const { claimed } = await new Caller(product.address).ok("GET", "/setup");
  if (!claimed) await new Caller(product.address).ok("POST", "/setup", claimOf(product));
  const signedIn = await new Caller(product.address).post("/session", { email: OWNER.email, password: OWNER.password });
  assert.equal(signedIn.status, 200, signedIn.text);
  const me = await new Caller(product.address, { cookie: cookieOf(signedIn.headers) }).ok("GET", "/session");
  assert.equal(me.member.name, OWNER.name);
  assert.deepEqual(await workspaces(product), ["active"]);
});

test("the demo company killed half-way is gone after the next start, and loads whole the second time", async (t) => {
  const dataDir = temporaryDataDir(t);
  const first = await startProduct(t, dataDir);
  const { admin } = await openOffice(first.address, first.setupToken);
  const loading = admin.send("POST", "/demo").catch(() => null);
  await until(async () => (await workspaces(first)).length === 2);
  await sleep(700);
  assert.deepEqual(await workspaces(first), ["active", "founding"]);
  assert.equal((await admin.send("POST", "/demo")).body.code, "demo_exists");
  await first.kill();
  assert.equal(await loading, null);

  const second = await startProduct(t, dataDir);
  assert.deepEqual(await workspaces(second), ["active"]);
  const again = admin.at(second.address);
  assert.equal((await again.ok("GET", "/session")).workspaces.length, 1);
  await again.ok("POST", "/demo");
  assert.equal((await again.ok("GET", "/session")).workspace.kind, "demo");
  assert.equal((await again.ok("POST", "/objects/contract/count", {})).count > 100, true);
  await again.ok("DELETE", "/demo");
  assert.deepEqual(await workspaces(second), ["active"]);
});

test("an import, a change of many records and a publication survive kill -9: whole or not at all, and the import goes on where it was", async (t) => {
  const dataDir = temporaryDataDir(t);
  let product = await startProduct(t, dataDir);
  const office = await openOffice(product.address, product.setupToken);
  let { admin } = office;
  const restart = async () => {
    await product.kill();
    product = await startProduct(t, dataDir);
    admin = admin.at(product.address);
  };
  const id = await uploaded(admin, "客户.csv", customers());
  await checked(admin, id, "external_no");
  await admin.ok("POST", `/imports/${id}/run`);
  await until(async () => (await admin.ok("GET", `/imports/${id}`)).counts.done > 0);
  await restart();
  const done = await until(async () => ended(await admin.ok("GET", `/imports/${id}`)), 30_000);
  assert.deepEqual([done.state, done.counts.created, done.counts.failed], ["done", ROWS, 0]);
  assert.deepEqual(await creations(product), { records: ROWS, changes: ROWS, names: ROWS });

  const change = { selection: {}, change: { op: "update", values: { tier: "a" } }, expected: ROWS };
  const changing = admin.send("PATCH", "/objects/customer/records", change).catch(() => null);
  await sleep(120);
  await restart();
  const acknowledged = (await changing)?.status === 200;
  const changed = (
    await admin.ok("POST", "/objects/customer/count", { filter: { field: ["tier"], op: "eq", value: "a" } })
  ).count;
  assert.ok(changed === ROWS || (changed === 0 && !acknowledged), `${changed} of ${ROWS} were changed`);

  const { body } = await admin.ok("GET", "/definitions/object/customer");
  body.fields.push({ key: "score_note", type: "text", label: { zh: "评分说明" } });
  await admin.ok("PUT", "/definitions/object/customer/draft", { body });
  const publishing = admin.send("POST", "/definitions/object/customer/versions", { note: "" }).catch(() => null);
  await sleep(25);
  await restart();
  if ((await publishing)?.status !== 200 && (await admin.ok("GET", "/definitions/object/customer")).hasDraft)
    await admin.ok("POST", "/definitions/object/customer/versions", { note: "" });
  await admin.ok("POST", "/objects/customer/records", { values: { name: "发布之后", score_note: "好" } });
  await undone(admin, id, product);
});

test("the database killed under a running import comes back by itself, and the import is done exactly once", async (t) => {
  const dataDir = temporaryDataDir(t);
  const product = await startProduct(t, dataDir);
  const { admin } = await openOffice(product.address, product.setupToken);
  const id = await uploaded(admin, "客户.csv", customers());
  await checked(admin, id, "external_no");
  await admin.ok("POST", `/imports/${id}/run`);
  await until(async () => (await admin.ok("GET", `/imports/${id}`)).counts.done > 0);
  killDatabase(dataDir);
  const meanwhile = await admin.get(`/imports/${id}`);
  assert.ok([200, 503].includes(meanwhile.status), meanwhile.text);
  const done = await until(async () => {
    const answer = await admin.get(`/imports/${id}`);
    return answer.status === 200 ? ended(answer.body) : null;
  }, 40_000);
  assert.deepEqual([done.state, done.counts.created], ["done", ROWS]);
  assert.deepEqual(await creations(product), { records: ROWS, changes: ROWS, names: ROWS });
  assert.equal((await product.stop()).code, 0);
});

function claimOf(product: Product) {
  return { token: product.setupToken, company: "蓝海科技", ...OWNER };
}

function customers(): string {
  const line = (_: unknown, row: number) => `C${row},蓝海${row}号公司,${row % 90}`;
  return `外部编号,公司名称,员工数\n${Array.from({ length: ROWS }, line).join("\n")}\n`;
}

function ended(run: Json): Json | null {
  return ["done", "failed", "cancelled"].includes(run.state) ? run : null;
}

/** Waits for an answer that is not false or null. */
async function until<Value>(ask: () => Promise<Value | null | false>, withinMs = 15_000): Promise<Value> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(15)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`nothing within ${withinMs} ms`);
}

async function undone(admin: Caller, id: string, product: Product): Promise<void> {
  const answer = await admin.ok("POST", `/imports/${id}/undo`);
  assert.equal(answer.undone + answer.kept.length, ROWS);
  const [row] = await rows(
    product,
    (schema) => `select count(*)::int as left from ${schema}.customer where deleted_at is null`,
  );
  assert.equal(row.left, answer.kept.length + 1);
}

async function creations(product: Product): Promise<Json> {
  const [row] = await rows(
    product,
    (schema) =>
      `select (select count(*)::int from ${schema}.customer where deleted_at is null) as records,
              (select count(distinct name)::int from ${schema}.customer) as names,
              (select count(*)::int from ${schema}.change where object = 'customer' and op = 'create') as changes`,
  );
  return row;
}

/** The states of all workspaces; every one has its schema and no schema is left over. */
async function workspaces(product: Product): Promise<string[]> {
  const [row] = await rows(
    product,
    () => `select (select coalesce(array_agg(state order by state), '{}') from public.workspace) as states,
                  (select count(*)::int from pg_namespace where nspname like 'w\\_%') as schemas`,
  );
  assert.equal(row.schemas, row.states.length, "a schema without its workspace");
  return row.states;
}

async function rows(product: Product, query: (schema: string) => string): Promise<Json[]> {
  const client = new pg.Client({ connectionString: product.databaseUrl() });
  await client.connect();
  try {
    const { rows: found } = await client.query(
      "select 'w_' || key as schema from public.workspace order by created_at",
    );
    return (await client.query(query(found[0]?.schema))).rows;
  } finally {
    await client.end();
  }
}

function killDatabase(dataDir: string): void {
  const file = readFileSync(join(dataDir, "postgres", "data", "postmaster.pid"), "utf8");
  process.kill(-Number(file.split("\n")[0]), "SIGKILL");
}
