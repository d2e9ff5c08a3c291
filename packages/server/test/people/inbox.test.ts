import assert from "node:assert/strict";
import { test } from "node:test";
import { notify } from "../../src/people/notice-store.ts";
import { workspaceById } from "../../src/platform/postgres/workspace-directory.ts";
import { peopleApp } from "./people-app.ts";

test("a member's inbox holds the own notices only, the newest first, and counts what is unread", async (t) => {
  const { call, admin, adminId, db, workspaceId, join, rootUnit } = await peopleApp(t);
  const rep = await join("李娜", "lina@example.cn", await rootUnit(), ["rep"]);
  const told = (memberId: string, text: string) => ({
    memberId,
    kind: "records.mention",
    params: { from: "陈总", text },
    path: "/home",
  });
  const workspace = await workspaceById(db, workspaceId);
  assert.ok(workspace);
  assert.ok(workspace);
  await workspace.transaction((trx) =>
    notify(trx, [told(rep.id, "第一条"), told(rep.id, "第二条"), told(adminId, "别人的")]),
  );
  const inbox = (await call(rep.cookie, "GET", "/inbox?limit=1")).body;
  assert.deepEqual(
    inbox.items.map((notice: { params: { text: string } }) => notice.params.text),
    ["第二条"],
  );
  const rest = (await call(rep.cookie, "GET", `/inbox?limit=5&cursor=${inbox.next}`)).body;
  assert.deepEqual([rest.items[0].params.text, rest.items.length, rest.next], ["第一条", 1, null]);
  assert.deepEqual((await call(rep.cookie, "GET", "/inbox/unread")).body, { unread: 2 });

  const read = await call(rep.cookie, "PUT", "/inbox/read", { ids: [inbox.items[0].id] });
  assert.deepEqual(read.body, { unread: 1 });
  const unread = (await call(rep.cookie, "GET", "/inbox?only=unread")).body;
  assert.deepEqual([unread.items.length, unread.items[0].params.text], [1, "第一条"]);
  await call(rep.cookie, "PUT", "/inbox/read", { ids: [inbox.items[0].id], read: false });
  assert.deepEqual((await call(rep.cookie, "PUT", "/inbox/read", { ids: "all" })).body, { unread: 0 });
  assert.deepEqual((await call(admin, "GET", "/inbox/unread")).body, { unread: 1 });
  assert.equal((await call(null, "GET", "/inbox")).status, 401);
});
