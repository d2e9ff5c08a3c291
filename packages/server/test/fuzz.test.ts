import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { claimSetup } from "@dabiao/core/people/sign-in-contract.ts";
import { API_PREFIX } from "@dabiao/core/platform/contract.ts";
import type { FastifyInstance } from "fastify";
import { buildApp } from "../src/app.ts";
import { readConfig } from "../src/platform/config/config.ts";
import { prepareQueue } from "../src/platform/jobs/worker.ts";
import { createLog } from "../src/platform/log/log.ts";
import type { Db } from "../src/platform/postgres/db.ts";
import { issueSetupToken } from "../src/platform/setup-token-store.ts";
import { testDatabase } from "./support/database.ts";
import { databasePrint } from "./support/database-print.ts";
import { hostileRequest, wellFormedRequest } from "./support/hostile-request.ts";
import { Random } from "./support/random.ts";

const SEED = Number(process.env["FUZZ_SEED"] ?? 20260309);
/** Paths that name one thing by its id. */
const UNKNOWN = /:(id|member|unit|membership|itemId|webhookId)\b/;
const PER_ROUTE = Number(process.env["FUZZ_PER_ROUTE"] ?? 40);

test("thousands of malformed requests to every route: no bug, no change", { timeout: 120_000 }, async (t) => {
  const { app, db, cookie } = await companyApp(t);
  const random = new Random(SEED);
  const before = await databasePrint(db);
  const seen = new Map<number, number>();
  for (const contract of app.contracts) {
    for (let count = 0; count < PER_ROUTE; count++) {
      const request = hostileRequest(contract, random, { cookie });
      const { statusCode, body } = await app.inject(request);
      seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1);
      assert.ok(
        statusCode < 500,
        `${contract.name} answers ${statusCode} ${body} to ${JSON.stringify(request).slice(0, 2_000)} (seed ${SEED})`,
      );
    }
  }
  assert.deepEqual(await databasePrint(db), before);
  t.diagnostic(
    `${app.contracts.length} routes, answers: ${[...seen]
      .sort()
      .map(([status, times]) => `${status}: ${times}`)
      .join(", ")}`,
  );
});

test("well-formed requests about what is not there change nothing, and in a preview none of any kind does", {
  timeout: 120_000,
}, async (t) => {
  const { app, db, cookie, memberId } = await companyApp(t);
  const random = new Random(SEED + 1);
  const preview = { cookie, "x-preview-as": memberId };
  await app.inject({ url: `${API_PREFIX}/session`, headers: preview });
  const before = await databasePrint(db);
  const seen = new Map<number, number>();
  for (const contract of app.contracts) {
    const namesOne = contract.method !== "GET" && contract.access === "member" && UNKNOWN.test(contract.path);
    for (let count = 0; count < PER_ROUTE / 2; count++) {
      const request = wellFormedRequest(contract, random);
      if (!request || contract.access === "public") continue;
      const headers = { ...request.headers, ...(namesOne && count % 2 ? { cookie } : preview) };
      const { statusCode, body } = await app.inject({ ...request, headers });
      seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1);
      assert.ok(
        statusCode < 500,
        `${contract.name} answers ${statusCode} ${body} to ${JSON.stringify(request).slice(0, 2_000)} (seed ${SEED})`,
      );
    }
  }
  assert.deepEqual(await databasePrint(db), before);
  t.diagnostic(
    [...seen]
      .sort()
      .map(([status, times]) => `${status}: ${times}`)
      .join(", "),
  );
});

/** The whole product with a company in it and its administrator signed in. */
async function companyApp(t: TestContext): Promise<{ app: FastifyInstance; db: Db; cookie: string; memberId: string }> {
  const db = await testDatabase(t);
  await prepareQueue(db);
  const clock = () => new Date();
  const config = readConfig({});
  const httpOptions = { rate: { member: 0, address: 0 } };
  const { http, close } = await buildApp({ db, config, log: createLog("silent"), clock, httpOptions });
  t.after(close);
  await http.ready();
  const payload = {
    token: await issueSetupToken(db, clock()),
    company: "模糊测试",
    email: "a@example.com",
    password: "Tangerine-9-lamp",
  };
  const answer = await http.inject({ method: "POST", url: API_PREFIX + claimSetup.path, payload });
  assert.equal(answer.statusCode, 200, answer.body);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const installed = await http.inject({ method: "PUT", url: `${API_PREFIX}/solutions/sales`, headers: { cookie } });
  assert.equal(installed.statusCode, 200, installed.body);
  return { app: http, db, cookie, memberId: answer.json<{ memberId: string }>().memberId };
}
