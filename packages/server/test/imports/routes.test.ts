import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Import } from "@dabiao/core/imports/import.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import type { InjectOptions } from "fastify";
import { importRoutes } from "../../src/imports/routes.ts";
import { importTasks } from "../../src/imports/tasks.ts";
import { createServer } from "../../src/platform/http/server.ts";
import { startWorker } from "../../src/platform/jobs/worker.ts";
import { createLog } from "../../src/platform/log/log.ts";
import { memberActor } from "../support/app.ts";
import { importCompany } from "./company.ts";

const BOUNDARY = "----dabiao";

/** A multipart request with one file. */
function upload(name: string, content: string | Buffer): InjectOptions {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  return { method: "POST", url: "/api/v1/imports", payload, headers };
}

/** The company behind an app with a worker; both end before the test's database does. */
async function served(t: TestContext, story: (company: Awaited<ReturnType<typeof open>>) => Promise<void>) {
  const company = await open(t);
  try {
    await story(company);
  } finally {
    await company.worker.stop();
    await company.app.close();
  }
}

async function open(t: TestContext) {
  const company = await importCompany(t);
  let actor: unknown = systemActor(company.ws.id, "test", "test");
  const app = await createServer({
    db: company.db,
    authenticator: { authenticate: async () => ({ account: null, workspace: company.ws, actor: actor as never }) },
    checkAnswers: true,
    rate: { member: 0, address: 0 },
  });
  importRoutes(app, { ...company.place, fileMax: 2_000_000 });
  await app.ready();
  const worker = await startWorker(importTasks(company.place.dataDir), {
    db: company.db,
    log: createLog("silent"),
    clock: company.place.clock,
  });
  const call = async (method: InjectOptions["method"], path: string, payload?: object) =>
    await app.inject({ method, url: `/api/v1/imports${path}`, ...(payload ? { payload } : {}) } as InjectOptions);
  const until = async (id: string, ...states: string[]) => {
    for (;;) {
      const found = (await call("GET", `/${id}`)).json<Import>();
      if (states.includes(found.state)) return found;
      await sleep(50);
    }
  };
  return { ...company, app, worker, call, until, become: (next: unknown) => (actor = next) };
}

test("a file goes over HTTP from upload to undo, and the faulty rows come back mended", async (t) =>
  served(t, async ({ app, call, until, rows }) => {
    const text = "公司名称,行业,员工数,备用1\n蓝海,软件,12,x\n宏达,软体,一百,=1+1\n,零售,5,\n";
    const uploaded = (await app.inject(upload("客户台账.csv", text))).json<Import>();
    assert.deepEqual([uploaded.state, uploaded.encoding, uploaded.sheets[0]?.rows], ["read", "utf-8", 3]);
    const { target, mapping } = (await call("GET", `/${uploaded.id}/suggestion`)).json();
    assert.deepEqual(target, { kind: "object", object: "customer" });
    assert.equal((await call("PUT", `/${uploaded.id}/mapping`, mapping)).statusCode, 200);
    const checked = await until(uploaded.id, "checked");
    assert.deepEqual(
      checked.problems.map(({ code, rows, suggestions }) => [code, rows, suggestions]),
      [
        ["value_not_option", [3], ["软件"]],
        ["field_required", [4], []],
      ],
    );
    const preview = (await call("GET", `/${uploaded.id}/preview?rows=5`)).json();
    assert.deepEqual(preview.rows[0].values, { name: "蓝海", industry: "software", employees: "12" });
    assert.deepEqual(preview.rows[1].problems, ["行业：没有选项「软体」"]);
    assert.equal((await call("POST", `/${uploaded.id}/run`)).statusCode, 200);
    const done = await until(uploaded.id, "done", "failed");
    assert.deepEqual([done.state, done.counts.created, done.counts.failed, done.secondsLeft], ["done", 1, 2, 0]);

    const errors = await call("GET", `/${uploaded.id}/errors`);
    const lines = errors.body.split("\r\n");
    assert.equal(lines[0], "\uFEFF公司名称,行业,员工数,备用1,未导入的原因");
    assert.equal(lines[1], "宏达,软体,一百,'=1+1,行业：没有选项「软体」");
    const again = (await app.inject(upload("错误.csv", errors.body.replace("软体", "软件")))).json<Import>();
    const next = (await call("GET", `/${again.id}/suggestion`)).json();
    assert.equal(next.remembered, true);
    await call("PUT", `/${again.id}/mapping`, next.mapping);
    assert.equal((await until(again.id, "checked")).counts.created, 1);

    assert.deepEqual((await call("POST", `/${uploaded.id}/undo`)).json(), { undone: 1, kept: [] });
    assert.deepEqual(await rows("select name from w.customer where deleted_at is null"), []);
    assert.equal((await call("POST", `/${uploaded.id}/undo`)).json().code, "import_not_undoable");
    const list = (await call("GET", "?limit=1")).json();
    assert.deepEqual([list.items.length, list.items[0].id, typeof list.next], [1, again.id, "string"]);
  }));

test("a file that is too large, empty, damaged or no table is refused in words and leaves nothing in the data folder", async (t) =>
  served(t, async ({ app, call, until, place, ws }) => {
    const folder = join(place.dataDir, "imports", ws.id);
    const refused = async (name: string, content: string | Buffer) => {
      const answer = await app.inject(upload(name, content));
      return [answer.statusCode, answer.json().code];
    };
    assert.deepEqual(await refused("a.csv", "x".repeat(2_000_001)), [413, "import_file_too_large"]);
    assert.deepEqual(await refused("a.csv", ""), [400, "import_empty_file"]);
    assert.deepEqual(await refused("a.bin", Buffer.from([1, 0, 2, 0, 3])), [400, "import_unknown_format"]);
    assert.equal((await call("POST", "")).json().code, "import_file_missing");
    assert.deepEqual(readdirSync(folder), []);
    const damaged = (await app.inject(upload("a.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9])))).json<Import>();
    const failed = await until(damaged.id, "failed");
    assert.equal(failed.failure?.code, "import_damaged_file");
  }));

test("an upload cut off halfway leaves nothing behind", async (t) =>
  served(t, async ({ app, place, ws }) => {
    const { payload, headers } = upload("a.csv", `a,b\n${"1,2\n".repeat(200_000)}`);
    const half = (payload as Buffer).subarray(0, (payload as Buffer).length - 30);
    const answer = await app.inject({ method: "POST", url: "/api/v1/imports", payload: half, headers: headers ?? {} });
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, answer.body);
    assert.deepEqual(readdirSync(join(place.dataDir, "imports", ws.id)), []);
  }));

test("somebody without the right to import is refused on every way", async (t) =>
  served(t, async ({ app, call, ws, become }) => {
    const { id } = (await app.inject(upload("a.csv", "name\n蓝海\n"))).json<Import>();
    become({ ...memberActor(ws), roleKeys: [] });
    const ways: readonly (readonly [InjectOptions["method"], string])[] = [
      ["GET", ""],
      ["GET", `/${id}`],
      ["GET", `/${id}/suggestion`],
      ["GET", `/${id}/errors`],
      ["POST", `/${id}/run`],
      ["DELETE", `/${id}/run`],
      ["POST", `/${id}/undo`],
    ];
    for (const [method, path] of ways) assert.equal((await call(method, path)).statusCode, 403, `${method} ${path}`);
    assert.equal((await app.inject(upload("a.csv", "name\nx\n"))).statusCode, 403);
  }));
