import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import pg from "pg";
import { isAlive } from "../../src/platform/postgres/embedded/pid-file.ts";
import { startProduct, temporaryDataDir } from "../support/product.ts";

test("a write that was acknowledged is still there after kill -9 of the app and of its database", async (t) => {
  const dataDir = temporaryDataDir(t);
  const first = await startProduct(t, dataDir);
  await writeNote(first.databaseUrl(), "第一笔");
  await first.kill();

  const second = await startProduct(t, dataDir);
  await writeNote(second.databaseUrl(), "第二笔");
  killDatabase(dataDir);
  await second.kill();

  const third = await startProduct(t, dataDir);
  assert.deepEqual(await notes(third.databaseUrl()), ["第一笔", "第二笔"]);
  const { code } = await third.stop();
  assert.equal(code, 0);
});

test("a company that was set up is still there after kill -9, and nobody can claim it again", async (t) => {
  const dataDir = temporaryDataDir(t);
  const first = await startProduct(t, dataDir);
  const owner = { email: "boss@example.cn", password: "correct horse battery" };
  const company = { token: first.setupToken, company: "蓝海科技", name: "陈总", ...owner };
  assert.equal((await post(first.address, "setup", company)).status, 200);
  await first.kill();

  const second = await startProduct(t, dataDir);
  assert.equal(second.setupToken, null);
  assert.equal((await post(second.address, "setup", company)).status, 409);
  assert.equal((await post(second.address, "session", owner)).status, 200);
});

test("start prints one line, with a set-up token while nobody has an account, and Ctrl-C ends everything", async (t) => {
  const dataDir = temporaryDataDir(t);
  const product = await startProduct(t, dataDir);
  assert.match(product.setupToken ?? "", /^[\w-]{32}$/);
  const databasePid = postgresPid(dataDir);
  const { code, out, err } = await product.stop();
  assert.equal(code, 0);
  assert.equal(out.trim().split("\n").length, 1);
  assert.equal(err, "");
  assert.equal(isAlive(databasePid), false);
});

test("a second start on the same data directory is refused and does not disturb the first", async (t) => {
  const dataDir = temporaryDataDir(t);
  const product = await startProduct(t, dataDir);
  await assert.rejects(startProduct(t, dataDir), /正在被进程 \d+ 使用/);
  assert.equal((await fetch(`${product.address}api/v1/nothing`)).status, 404);
});

test("a stale pid file whose number now belongs to another program does not hinder the start", async (t) => {
  const dataDir = temporaryDataDir(t);
  await (await startProduct(t, dataDir)).stop();
  const pidFile = join(dataDir, "postgres", "data", "postmaster.pid");
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, "postgres", "data")}\n1\n1\n\n127.0.0.1\n\nready   \n`);
  await (await startProduct(t, dataDir)).stop();
});

test("data made by another major version is refused in plain words and left alone", async (t) => {
  const dataDir = temporaryDataDir(t);
  await (await startProduct(t, dataDir)).stop();
  const version = join(dataDir, "postgres", "data", "PG_VERSION");
  writeFileSync(version, "15\n");
  await assert.rejects(startProduct(t, dataDir), /由 PostgreSQL 15 创建.*数据没有被改动/);
});

test("the database's password is readable by its owner only", async (t) => {
  const dataDir = temporaryDataDir(t);
  await startProduct(t, dataDir);
  assert.equal(statSync(join(dataDir, "postgres", "password")).mode & 0o077, 0);
  assert.equal(statSync(join(dataDir, "running.json")).mode & 0o077, 0);
});

test("every faulty setting is named at once, and the exit code says it was the settings", async (t) => {
  const dataDir = temporaryDataDir(t);
  await assert.rejects(
    startProduct(t, dataDir, { PORT: "八十", LOG_LEVEL: "loud", DATABASE_URL: "mysql://root:geheim@db/x" }),
    ({ message }: Error) => {
      assert.match(message, /ended with 2/);
      for (const name of ["PORT=八十", "LOG_LEVEL=loud", "DATABASE_URL=(…)"]) assert.ok(message.includes(name), name);
      assert.ok(!message.includes("geheim"));
      return true;
    },
  );
});

async function post(address: string, path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return await fetch(`${address}api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function writeNote(url: string, text: string): Promise<void> {
  await withDatabase(url, async (client) => {
    await client.query("create table if not exists public.note (id serial primary key, text text not null)");
    await client.query("insert into public.note (text) values ($1)", [text]);
  });
}

async function notes(url: string): Promise<string[]> {
  return await withDatabase(url, async (client) => {
    const { rows } = await client.query<{ text: string }>("select text from public.note order by id");
    return rows.map((row) => row.text);
  });
}

async function withDatabase<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function postgresPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "data", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** The whole process group, as an out-of-memory killer or a power cut would. */
function killDatabase(dataDir: string): void {
  process.kill(-postgresPid(dataDir), "SIGKILL");
}
