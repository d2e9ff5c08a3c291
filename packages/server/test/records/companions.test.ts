import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import type { FastifyInstance } from "fastify";
import { createServer } from "../../src/platform/http/server.ts";
import { companionRoutes } from "../../src/records/companion-routes.ts";
import { recordRoutes } from "../../src/records/routes.ts";
import { actorHeaders } from "../support/app.ts";
import { type Company, company } from "./company.ts";

async function served(t: TestContext, { db, ws }: Company): Promise<{ app: FastifyInstance; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "dabiao-files-"));
  const app = await createServer({
    db,
    checkAnswers: true,
    rate: { member: 0, address: 0 },
    authenticator: {
      async authenticate(request) {
        const who = JSON.parse(decodeURIComponent(String(request.headers["x-test-actor"]))) as MemberActor;
        return { account: null, workspace: ws, actor: { ...who, requestId: request.id } };
      },
    },
  });
  recordRoutes(app);
  companionRoutes(app, folder);
  await app.ready();
  t.after(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { app, folder };
}

function form(name: string, content: string): { payload: string; type: string } {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return { payload: `${head}${content}\r\n--b--\r\n`, type: "multipart/form-data; boundary=b" };
}

test("a comment stands in the timeline, and who is mentioned finds it in the inbox", async (t) => {
  const firm = await company(t);
  const { db, ids, system, create, actor } = firm;
  const { app } = await served(t, firm);
  const [id = ""] = await create(system, "deal", { name: "A", owner: ids.li });
  const at = `/api/v1/objects/deal/records/${id}`;
  const added = await app.inject({
    method: "POST",
    url: `${at}/comments`,
    headers: actorHeaders(actor("li")),
    payload: { body: "请看报价", mentions: [ids.zhao, ids.zhao] },
  });
  assert.equal(added.statusCode, 200, added.body);
  assert.deepEqual(added.json().mentions, [ids.zhao]);
  const inbox = await db.pool.query("select member_id, kind, record_id from w_test.notification");
  assert.deepEqual(inbox.rows, [{ member_id: ids.zhao, kind: "records.mention", record_id: id }]);
  const timeline = await app.inject({ url: `${at}/timeline?limit=1`, headers: actorHeaders(actor("zhao")) });
  assert.deepEqual(
    timeline.json().items.map(({ kind, body }: { kind: string; body: string }) => [kind, body]),
    [["comment", "请看报价"]],
  );
  const rest = await app.inject({
    url: `${at}/timeline?cursor=${timeline.json().next}`,
    headers: actorHeaders(actor("zhao")),
  });
  assert.deepEqual(
    rest.json().items.map(({ op }: { op: string }) => op),
    ["create"],
  );
  const other = await app.inject({
    method: "DELETE",
    url: `${at}/comments/${added.json().id}`,
    headers: actorHeaders(actor("zhao")),
  });
  assert.equal(other.statusCode, 404, "a comment is taken back by its writer only");
  const bad = await app.inject({ url: `${at}/timeline?cursor=~5B~22x~22~5D`, headers: actorHeaders(actor("zhao")) });
  assert.deepEqual([bad.statusCode, bad.json().code], [400, "bad_cursor"]);
});

test("a file follows the rights of its record, is kept once and never runs in the browser", async (t) => {
  const firm = await company(t);
  const { ids, system, create, actor } = firm;
  const { app, folder } = await served(t, firm);
  const [id = ""] = await create(system, "deal", { name: "A", owner: ids.li });
  const url = `/api/v1/objects/deal/records/${id}/attachments`;
  const upload = (person: "li" | "wang", name: string, content: string) => {
    const { payload, type } = form(name, content);
    return app.inject({
      method: "POST",
      url,
      headers: { ...actorHeaders(actor(person)), "content-type": type },
      payload,
    });
  };
  const added = await upload("li", "../../合同.pdf", "%PDF-1.7 hello");
  assert.equal(added.statusCode, 200, added.body);
  assert.deepEqual([added.json().name, added.json().type, added.json().size], ["合同.pdf", "application/pdf", 14]);
  assert.equal((await upload("li", "again.pdf", "%PDF-1.7 hello")).statusCode, 200);
  const kept = readdirSync(join(folder, "attachments"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.equal(kept.length, 1);
  assert.equal((await upload("wang", "x.pdf", "%PDF-1.7")).statusCode, 404);
  for (const [name, content] of [
    ["page.html", "<script>"],
    ["photo.png", "MZ program"],
    ["noname", "x"],
  ] as const) {
    const refused = await upload("li", name, content);
    assert.deepEqual([refused.statusCode, refused.json().code], [415, "attachment_type"], name);
  }
  const read = await app.inject({ url: `${url}/${added.json().id}`, headers: actorHeaders(actor("li")) });
  assert.equal(read.body, "%PDF-1.7 hello");
  assert.match(String(read.headers["content-disposition"]), /^attachment; filename\*=UTF-8''%E5%90%88/);
  assert.equal(read.headers["x-content-type-options"], "nosniff");
  assert.equal(
    (await app.inject({ url: `${url}/${added.json().id}`, headers: actorHeaders(actor("wang")) })).statusCode,
    404,
  );
  assert.equal(
    (await app.inject({ method: "DELETE", url: `${url}/${added.json().id}`, headers: actorHeaders(actor("li")) }))
      .statusCode,
    200,
  );
  assert.equal((await app.inject({ url, headers: actorHeaders(actor("li")) })).json().items.length, 1);
});

test("whoever may change a record shares it, and the other one sees it until the share ends", async (t) => {
  const firm = await company(t);
  const { ids, system, create, actor } = firm;
  const { app } = await served(t, firm);
  const [id = ""] = await create(system, "deal", { name: "A", owner: ids.li });
  const url = `/api/v1/objects/deal/records/${id}`;
  const share = { granteeKind: "member", granteeId: ids.wang, access: "write", reason: "一起跟进" };
  const sees = async () => (await app.inject({ url, headers: actorHeaders(actor("wang")) })).statusCode;
  assert.equal(await sees(), 404);
  const shared = await app.inject({
    method: "POST",
    url: `${url}/shares`,
    headers: actorHeaders(actor("li")),
    payload: share,
  });
  assert.equal(shared.statusCode, 200, shared.body);
  assert.equal(await sees(), 200);
  const change = await app.inject({
    method: "PATCH",
    url,
    headers: actorHeaders(actor("wang")),
    payload: { values: { name: "B" }, version: 1 },
  });
  assert.equal(change.statusCode, 200, change.body);
  const star = await app.inject({
    method: "PUT",
    url: `${url}/follow`,
    headers: actorHeaders(actor("wang")),
    payload: { follow: true },
  });
  assert.deepEqual(star.json(), { follow: true });
  await app.inject({ method: "DELETE", url: `${url}/shares/${shared.json().id}`, headers: actorHeaders(actor("li")) });
  assert.equal(await sees(), 404);
});
