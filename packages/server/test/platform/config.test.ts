import assert from "node:assert/strict";
import { resolve } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { readConfig } from "../../src/platform/config/config.ts";
import { createLog } from "../../src/platform/log/log.ts";

test("without any setting it serves this machine only, on port 4100, with its data in ./data", () => {
  const { host, port, dataDir, databaseUrl } = readConfig({});
  assert.deepEqual(
    { host, port, dataDir, databaseUrl },
    {
      host: "127.0.0.1",
      port: 4100,
      dataDir: resolve("data"),
      databaseUrl: undefined,
    },
  );
});

test("an empty setting counts as none", () => {
  assert.equal(readConfig({ PORT: "", DATABASE_URL: "" }).port, 4100);
});

test("all faulty settings are named in one answer, in Chinese and English, without the database's password", () => {
  assert.throws(
    () =>
      readConfig({
        PORT: "4100x",
        HOST: "a b",
        PUBLIC_URL: "crm",
        DATABASE_URL: "postgres//u:geheim@h",
        TRUST_PROXY: "ja",
      }),
    (error: Error & { exitCode?: number }) => {
      assert.equal(error.exitCode, 2);
      for (const name of ["PORT", "HOST", "PUBLIC_URL", "DATABASE_URL", "TRUST_PROXY"]) {
        assert.equal(error.message.split(`${name}=`).length, 3, name);
      }
      assert.ok(!error.message.includes("geheim"));
      return true;
    },
  );
});

test("secrets never reach the log", async () => {
  const stream = new PassThrough();
  const log = createLog("info", stream);
  log.info(
    { password: "geheim", user: { token: "geheim" }, req: { headers: { authorization: "geheim", cookie: "geheim" } } },
    "in",
  );
  stream.end();
  const text = (await stream.toArray()).join("");
  assert.match(text, /\(removed\)/);
  assert.ok(!text.includes("geheim"));
});
