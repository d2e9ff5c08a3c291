import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Change } from "@dabiao/core/records/change.ts";
import { prepareQueue, startWorker } from "../../src/platform/jobs/worker.ts";
import { createLog } from "../../src/platform/log/log.ts";
import type { Db, Workspace } from "../../src/platform/postgres/db.ts";
import "../../src/platform/webhooks/tables.ts";
import { webhookTasks } from "../../src/platform/webhooks/deliver-webhook.ts";
import { webhookRoutes } from "../../src/platform/webhooks/routes.ts";
import { isPrivate } from "../../src/platform/webhooks/target.ts";
import { webhookConsumer } from "../../src/platform/webhooks/webhook-consumer.ts";
import { memberActor, testApp } from "../support/app.ts";

const log = createLog("silent");
const clock = () => new Date();

function change(recordId: string, given: Partial<Change> = {}): Change {
  const at = new Date("2026-03-09T02:00:00Z");
  const base = { id: "1", at, memberId: null, object: "deal", op: "update", source: "ui", cause: "test" } as const;
  return { ...base, recordId, before: { amount: "1" }, after: { amount: "2" }, ...given };
}

/** Somebody else's server: answers with the statuses given, then 200. */
async function receiver(t: TestContext, ...statuses: number[]) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(statuses.shift() ?? 200, { location: "http://127.0.0.1:1/" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

async function webhookApp(t: TestContext, allowPrivate = true) {
  const demand = async (_workspace: Workspace, actor: { roleKeys: readonly string[] }) => {
    if (!actor.roleKeys.includes("admin")) throw new Refusal("forbidden", { what: "webhooks.manage" });
  };
  const given = await testApp(t, { rooms: [(app) => webhookRoutes(app, { demand, allowPrivate })] });
  await prepareQueue(given.db);
  const admin = memberActor(given.workspace);
  const send = async (method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, payload?: object) => {
    const answer = await given.call(admin, { method, url: `/api/v1/webhooks${path}`, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.body === "" ? undefined : answer.json() };
  };
  const consume = (...changes: Change[]) => given.workspace.transaction((trx) => webhookConsumer(trx, changes));
  return { ...given, send, consume };
}

/** Runs the job of the newest delivery once, as the queue would. */
async function deliverOnce(db: Db, workspace: Workspace, deliveryId: string, attempt: number, allowPrivate = true) {
  const [deliver] = webhookTasks({ allowPrivate });
  const context = { db, log, clock, attempt, isLastAttempt: attempt === 12, signal: undefined };
  await deliver!.run({ workspaceId: workspace.id, deliveryId }, context);
}

test("a change is told to who asked for it, signed, and the log says how it went", async (t) => {
  const { db, send, consume } = await webhookApp(t);
  const { received, url } = await receiver(t);
  const { body: webhook } = await send("POST", "", { name: "ERP", url, objects: ["deal"], ops: ["update"] });
  await send("POST", "", { name: "others", url, objects: ["lead"] });
  await consume(change("r1"), change("r2", { op: "create" }), change("r3", { object: "visit" }));
  const worker = await startWorker(webhookTasks({ allowPrivate: true }), { db, log, clock });
  t.after(() => worker.stop());
  while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const [{ headers, body } = assert.fail()] = received;
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const secret = Buffer.from(webhook.secret.replace("whsec_", ""), "base64");
  assert.equal(headers["webhook-signature"], `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`);
  const told = JSON.parse(body);
  assert.equal(told.id, headers["webhook-id"]);
  assert.deepEqual(
    told.data.map((one: { record: string; fields: string[] }) => [one.record, one.fields]),
    [["r1", ["amount"]]],
  );
  assert.equal("after" in told.data[0], false, "values are told only where asked for");
  await worker.stop();
  const { body: log_ } = await send("GET", `/${webhook.id}/deliveries`);
  assert.deepEqual(
    log_.items.map((one: { state: string; status: number }) => [one.state, one.status]),
    [["delivered", 200]],
  );
  assert.equal(
    (await send("GET", "")).body.every((one: object) => !("secret" in one)),
    true,
  );
});

test("what a receiver did not take is tried again, given up in the end, and can be replayed under its first id", async (t) => {
  const { db, workspace, send } = await webhookApp(t);
  const { received, url } = await receiver(t, 500, 302, 500);
  const { body: webhook } = await send("POST", "", { name: "ERP", url, values: true });
  const { body: ping } = await send("POST", `/${webhook.id}/pings`);
  await assert.rejects(deliverOnce(db, workspace, ping.deliveryId, 1), /HTTP 500/);
  await assert.rejects(deliverOnce(db, workspace, ping.deliveryId, 2), /HTTP 302/, "a redirect is not followed");
  await deliverOnce(db, workspace, ping.deliveryId, 12);
  const failed = await send("GET", `/${webhook.id}/deliveries?state=failed`);
  assert.deepEqual([failed.body.items[0].attempts, failed.body.items[0].fault], [12, "HTTP 500"]);
  assert.equal((await send("GET", "")).body[0].failures, 1);
  const replayed = await send("POST", `/${webhook.id}/replays`, { failedSince: "2026-01-01T00:00:00Z" });
  assert.deepEqual(replayed.body, { count: 1 });
  const { body: log_ } = await send("GET", `/${webhook.id}/deliveries?limit=1`);
  assert.equal(log_.items[0].replayOf, ping.deliveryId);
  await deliverOnce(db, workspace, log_.items[0].id, 1);
  await deliverOnce(db, workspace, log_.items[0].id, 2);
  assert.equal(received.length, 4, "what is delivered is not sent again");
  assert.equal(received[3]!.headers["webhook-id"], ping.deliveryId);
  const { body: older } = await send("GET", `/${webhook.id}/deliveries?limit=1&cursor=${log_.next}`);
  assert.deepEqual([older.items[0].id, older.next], [ping.deliveryId, null]);
  assert.equal((await send("GET", "")).body[0].failures, 0);
});

test("a webhook cannot be pointed at the machine's own network", async (t) => {
  const { db, workspace, send } = await webhookApp(t, false);
  for (const url of [
    "http://127.0.0.1/",
    "http://localhost:80/",
    "http://[::1]/",
    "http://2130706433/",
    "http://a:b@example.com/",
  ]) {
    const { status, body } = await send("POST", "", { name: "x", url });
    assert.deepEqual([status, body.code, body.path], [422, "webhook_target", ["body", "url"]], url);
  }
  assert.equal((await send("POST", "", { name: "x", url: "ftp://example.com/" })).status, 400);
  // A name that points inside is found out when it is looked up for the connection.
  const { url } = await receiver(t);
  const { body: webhook } = await send("POST", "", { name: "x", url: "http://example.com/" });
  const inside = url.replace("127.0.0.1", "localhost");
  await workspace.tables.updateTable("webhook").set({ url: inside }).where("id", "=", webhook.id).execute();
  const { body: ping } = await send("POST", `/${webhook.id}/pings`);
  await assert.rejects(deliverOnce(db, workspace, ping.deliveryId, 1, false), /private network/);
  for (const address of [
    "10.1.2.3",
    "172.31.0.1",
    "169.254.169.254",
    "::ffff:192.168.0.1",
    "fd00::1",
    "fe80::1",
    "0.0.0.0",
    "x",
  ]) {
    assert.equal(isPrivate(address), true, address);
  }
  for (const address of ["8.8.8.8", "172.32.0.1", "2606:4700::1111"]) assert.equal(isPrivate(address), false, address);
});

test("only who may manage webhooks sees them, and one that is gone is not found", async (t) => {
  const { call, workspace, send } = await webhookApp(t);
  const rep = await call(memberActor(workspace, { roleKeys: ["rep"] }), { method: "GET", url: "/api/v1/webhooks" });
  assert.deepEqual([rep.statusCode, rep.json().code], [403, "forbidden"]);
  const { body: webhook } = await send("POST", "", { name: "x", url: "https://example.com/" });
  assert.equal((await send("PATCH", `/${webhook.id}`, { active: false, name: "y" })).body.name, "y");
  const { body: fresh } = await send("PUT", `/${webhook.id}/secret`);
  assert.notEqual(fresh.secret, webhook.secret);
  assert.equal((await send("DELETE", `/${webhook.id}`)).status, 204);
  assert.equal((await send("DELETE", `/${webhook.id}`)).status, 404);
});
