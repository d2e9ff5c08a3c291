import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { contract } from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { z } from "zod";
import { claimKey, doneUnder } from "../../src/platform/http/idempotency-store.ts";
import { register } from "../../src/platform/http/register.ts";
import { withCommitMark } from "../../src/platform/postgres/commit-mark.ts";
import { memberActor, testApp } from "../support/app.ts";

const pay = contract({
  name: "test.pay",
  method: "POST",
  path: "/pay",
  access: "member",
  summary: "Counts how often it was done",
  body: z.object({ amount: z.string() }),
  response: z.object({ done: z.number() }),
});

async function counting(t: Parameters<typeof testApp>[0], now = new Date("2026-03-09T02:00:00Z")) {
  const counter = { done: 0 };
  const given = await testApp(t, {
    clock: () => now,
    rooms: [
      (app) =>
        register(app, pay, async ({ body }) => {
          counter.done += 1;
          await sleep(50);
          if (body.amount === "0") throw new Refusal("conflict", { what: "amount" });
          if (body.amount === "bug") throw new Error("bug");
          return { done: counter.done };
        }),
    ],
  });
  const send = (key: string, amount: string, memberId = "a") =>
    given.call(memberActor(given.workspace, { memberId }), {
      method: "POST",
      url: "/api/v1/pay",
      payload: { amount },
      headers: { "idempotency-key": key },
    });
  return { counter, send, now };
}

test("a request repeated under its key is answered again and done once, also at the same moment", async (t) => {
  const { counter, send } = await counting(t);
  const answers = await Promise.all([1, 2, 3, 4].map(() => send("k1", "10")));
  answers.push(await send("k1", "10"));
  assert.equal(counter.done, 1);
  for (const answer of answers) assert.deepEqual([answer.statusCode, answer.json()], [200, { done: 1 }]);
  assert.equal((await send("k1", "10", "b")).json().done, 2, "keys of two members have nothing to do with each other");
});

test("a key used again for something else is refused", async (t) => {
  const { counter, send } = await counting(t);
  await send("k1", "10");
  const other = await send("k1", "11");
  assert.deepEqual([other.statusCode, other.json().code], [409, "idempotency_mismatch"]);
  assert.equal((await send("键", "1")).statusCode, 400);
  assert.equal((await send("x".repeat(201), "1")).statusCode, 400);
  assert.equal(counter.done, 1);
});

test("a refusal is kept, a bug leaves the key free, and after a day keys are new", async (t) => {
  const { counter, send, now } = await counting(t);
  assert.equal((await send("no", "0")).statusCode, 409);
  assert.deepEqual((await send("no", "0")).json(), {
    code: "conflict",
    params: { what: "amount" },
    path: [],
    issues: [],
  });
  assert.equal(counter.done, 1);
  assert.equal((await send("bug", "bug")).statusCode, 500);
  assert.equal((await send("bug", "bug")).statusCode, 500);
  assert.equal(counter.done, 3);
  await send("day", "1");
  now.setTime(now.getTime() + 25 * 3600_000);
  assert.equal((await send("day", "2")).json().done, 5);
});

test("work that was committed before its process died is not done again under its key, and nobody is told it failed", async (t) => {
  const now = new Date("2026-03-09T02:00:00Z");
  const { db, workspace } = await testApp(t, { clock: () => now });
  const use = { scope: "a", key: "k1", fingerprint: "pay 10" };
  assert.equal(await claimKey(db, use, now), "claimed");
  const paid = () => workspace.transaction(async (trx) => trx.now);
  await withCommitMark(doneUnder(use), paid);
  // Here the process dies, before it keeps its answer.
  assert.equal(await claimKey(db, use, now), "running");
  const later = new Date(now.getTime() + 10 * 60_000);
  await assert.rejects(claimKey(db, use, later), { code: "idempotency_unanswered" });

  const unlucky = { ...use, key: "k2" };
  await claimKey(db, unlucky, now);
  const fails = () => workspace.transaction(() => Promise.reject(new Error("rolled back")));
  await assert.rejects(withCommitMark(doneUnder(unlucky), fails), /rolled back/);
  assert.equal(await claimKey(db, unlucky, later), "claimed", "work that was rolled back is done by the repeat");
});
