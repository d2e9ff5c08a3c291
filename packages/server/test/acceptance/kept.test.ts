import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openDb } from "../../src/platform/postgres/db.ts";
import { databasePrint } from "../support/database-print.ts";
import { runCommand, startProduct, startProductOnTestServer, temporaryDataDir } from "../support/product.ts";
import { openOffice } from "./office.ts";
import { verifySignature } from "./standard-webhook.ts";

test("a customised company with files comes back from its backup equal to the byte, in another folder, and passes the doctor", async (t) => {
  const from = temporaryDataDir(t);
  const first = await startProduct(t, from);
  const office = await openOffice(first.address, first.setupToken);
  const { admin } = office;
  const { body } = await admin.ok("GET", "/definitions/object/customer");
  body.fields.push({ key: "mood", type: "text", label: { zh: "心情" } });
  await office.publish("object", "customer", body);
  await office.publish("object", "machine", {
    label: { zh: "设备" },
    nameField: "name",
    fields: [{ key: "name", type: "text", label: { zh: "名称" } }],
  });
  const customer = await office.create(admin, "customer", { name: "甲", mood: "很好" });
  await office.create(admin, "machine", { name: "一号机" });
  const content = Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256)),
  ]);
  const form = new FormData();
  form.append("file", new Blob([content]), "合同 扫描.pdf");
  const path = `/objects/customer/records/${customer}/attachments`;
  const file = await admin.ok("POST", path, form);
  const before = await printOf(first.databaseUrl());
  await first.stop();

  const backup = join(from, "公司 备份.dbk");
  const made = await runCommand(["backup", backup], { DATA_DIR: from });
  assert.equal(made.code, 0, made.err);
  const to = temporaryDataDir(t);
  const restored = await runCommand(["restore", backup], { DATA_DIR: to });
  assert.equal(restored.code, 0, restored.err);
  assert.equal((await runCommand(["upgrade", "--check"], { DATA_DIR: to })).code, 0);
  assert.equal((await runCommand(["doctor"], { DATA_DIR: to })).code, 0);

  const second = await startProduct(t, to);
  assert.deepEqual(await printOf(second.databaseUrl()), before);
  const again = admin.at(second.address);
  const response = await fetch(`${second.address}api/v1${path}/${file.id}`, { headers: again.headers });
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  assert.equal(digest(new Uint8Array(await response.arrayBuffer())), digest(content));
  assert.equal((await again.ok("POST", "/objects/machine/count", {})).count, 1);
});

test("a webhook is signed, is tried again after a failure, is sent once more on demand under its own id, and never tells more than asked", async (t) => {
  const seen: { headers: Record<string, string>; body: string }[] = [];
  let failing = 1;
  const receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      seen.push({ headers: request.headers as Record<string, string>, body });
      response.statusCode = failing-- > 0 ? 500 : 204;
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  t.after(() => receiver.close());
  const { port } = receiver.address() as { port: number };
  const product = await startProductOnTestServer(t, { WEBHOOK_PRIVATE_TARGETS: "true" });
  const office = await openOffice(product.address, product.setupToken);
  const { admin } = office;
  const hook = await admin.ok("POST", "/webhooks", {
    name: "下游",
    url: `http://127.0.0.1:${port}/hook`,
    objects: ["customer"],
    ops: ["create"],
  });
  await office.create(admin, "customer", { name: "机密客户" });
  await office.create(admin, "opportunity", { name: "别的" });
  const heard = async (count: number) => {
    for (const end = Date.now() + 25_000; Date.now() < end && seen.length < count; ) await sleep(50);
    assert.ok(seen.length >= count, `${seen.length} of ${count} deliveries`);
  };
  await heard(2);
  const [failed, sent] = seen;
  assert.equal(failed?.headers["webhook-id"], sent?.headers["webhook-id"]);
  assert.equal(failed?.body, sent?.body);
  for (const each of seen) assert.ok(verifySignature(hook.secret, each), "the signature verifies");
  assert.ok(!verifySignature(hook.secret, { ...sent!, body: `${sent!.body} ` }));
  assert.ok(!sent?.body.includes("机密客户"), "values are not sent unless asked for");
  assert.ok(!sent?.body.includes('"opportunity"'));
  const { items } = await admin.ok("GET", `/webhooks/${hook.id}/deliveries`);
  assert.deepEqual([items[0].state, items[0].attempts], ["delivered", 2]);
  await admin.ok("POST", `/webhooks/${hook.id}/replays`, { deliveryIds: [items[0].id] });
  await heard(3);
  assert.equal(seen[2]?.headers["webhook-id"], sent?.headers["webhook-id"]);
});

/** The tables once every change has been handed to those who follow the log, which happens a moment after a write. */
async function printOf(url: string): Promise<Record<string, string>> {
  const db = openDb({ url, connections: 1 });
  try {
    for (let left = 100; ; left--) {
      const print = await databasePrint(db);
      const waiting = Object.entries(print).some(
        ([table, text]) => /\.change_pending$/.test(table) && !/^0 /.test(text),
      );
      if (!waiting || left === 0) return print;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await db.close();
  }
}
