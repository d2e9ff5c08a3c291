import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Changed, LiveMessage } from "@dabiao/core/platform/live.ts";
import { type Live, type LiveOptions, openLive } from "../../src/platform/live/live.ts";
import { liveRoutes } from "../../src/platform/live/routes.ts";
import type { Db, Workspace } from "../../src/platform/postgres/db.ts";
import { actorHeaders, memberActor, testApp } from "../support/app.ts";
import { testWorkspace } from "../support/database.ts";

const deal = (...ids: string[]): Changed => ({ kind: "changed", object: "deal", ids, version: 1 });
const everything: LiveOptions["filter"] = async (_workspace, change, actors) => actors.map(() => change);

async function live(t: TestContext, db: Db, filter = everything): Promise<Live> {
  const opened = await openLive({ db, ...(filter ? { filter } : {}) });
  t.after(() => opened.close());
  return opened;
}

/** A listener that keeps what it hears. */
function ear(workspace: Workspace, channel: Live, after?: string, actor: Actor = memberActor(workspace)) {
  const heard: LiveMessage[] = [];
  const ids: string[] = [];
  const send = (id: string, messages: readonly LiveMessage[]) => {
    ids.push(id);
    heard.push(...messages);
  };
  const leave = channel.listen(workspace, { actor, send }, after);
  return { heard, ids, leave };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, "nothing was heard in three seconds");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("fifty writes a second reach two hundred listeners as a few folded messages", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  let asked = 0;
  const channel = await live(t, db, async (_workspace, change, actors) => {
    asked += actors.length;
    return actors.map(() => change);
  });
  const ears = Array.from({ length: 200 }, () => ear(workspace, channel));
  const started = Date.now();
  for (let write = 0; write < 50; write++) {
    channel.publish(workspace.id, deal(`d${write}`));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const ids = () => new Set(ears[199]!.heard.flatMap((message) => (message.kind === "changed" ? message.ids : [])));
  await until(() => ids().size === 50);
  const batches = Math.ceil((Date.now() - started) / 250) + 1;
  assert.ok(ears[0]!.heard.length <= batches, `${ears[0]!.heard.length} messages in ${batches} quarters of a second`);
  assert.ok(asked <= batches, "one member with two hundred pages is asked about once a batch");
});

test("another process hears it too, and its connection lost means reading again", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const [here, there] = [await live(t, db), await live(t, db)];
  const { heard } = ear(workspace, there);
  here.publish(workspace.id, deal("a"));
  await until(() => heard.length === 1);
  here.publish(workspace.id, deal(...Array.from({ length: 200 }, (_, index) => `${index}`.padStart(36, "x"))));
  await until(() => heard.length === 2);
  assert.deepEqual([...heard], [deal("a"), deal()], "what does not fit a note is told as any record");
  await db.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dabiao live' and datname = current_database()",
  );
  await until(() => heard.some((message) => message.kind === "refetch"));
  here.publish(workspace.id, deal("b"));
  await until(() => heard.some((message) => message.kind === "changed" && message.ids[0] === "b"));
});

test("a page that was away for a moment hears what it missed, after longer it reads everything again", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const channel = await live(t, db);
  const before = ear(workspace, channel);
  before.leave();
  channel.publish(workspace.id, deal("a"));
  const other = ear(workspace, channel);
  await until(() => other.heard.length === 1);
  const back = ear(workspace, channel, before.ids[0]);
  await until(() => back.heard.length === 1);
  assert.deepEqual(back.heard, [deal("a")]);
  for (const strange of ["ffffffff.1", `${before.ids[0]!.split(".")[0]}.99`, "nonsense"]) {
    assert.deepEqual(ear(workspace, channel, strange).heard, [{ kind: "refetch" }]);
  }
});

test("who may not see a record does not hear of it", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const channel = await live(t, db, async (_workspace, change, actors) =>
    actors.map((actor) => (actor.memberId === "boss" ? change : null)),
  );
  const boss = ear(workspace, channel, undefined, memberActor(workspace, { memberId: "boss" }));
  const rep = ear(workspace, channel, undefined, memberActor(workspace, { memberId: "rep" }));
  channel.publish(workspace.id, deal("a"));
  await until(() => boss.heard.length === 1);
  assert.deepEqual(rep.heard, []);
});

test("a browser hears changes over /api/v1/live, and the server stops with pages open", async (t) => {
  let channel: Live | undefined;
  const { app, workspace } = await testApp(t, {
    rooms: [
      async (server, { db }) => {
        channel = await live(t, db);
        liveRoutes(server, channel);
      },
    ],
  });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  assert.equal((await fetch(`${address}/api/v1/live`)).status, 401);
  const answer = await fetch(`${address}/api/v1/live`, { headers: actorHeaders(memberActor(workspace)) });
  assert.equal(answer.headers.get("content-type"), "text/event-stream; charset=utf-8");
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  let text = "";
  const read = (async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) text += chunk;
  })();
  channel!.publish(workspace.id, deal("a"), deal("b"));
  await until(() => text.includes('data: {"kind":"changed","object":"deal","ids":["a","b"],"version":1}\n\n'));
  assert.match(text, /^retry: 2000\n\nid: [0-9a-f]{8}\.0\n\nid: [0-9a-f]{8}\.1\ndata: /);
  await app.close();
  await read;
});
