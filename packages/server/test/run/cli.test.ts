import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCommand, startProduct, temporaryDataDir } from "../support/product.ts";

test("wrong words explain themselves and exit with 2, also as JSON", async (t) => {
  const env = { DATA_DIR: temporaryDataDir(t) };
  const unknown = await runCommand(["bakcup"], env);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /没有命令“bakcup”/);
  const flag = await runCommand(["backup", "--fast", "--json"], env);
  assert.equal(flag.code, 2);
  assert.equal((JSON.parse(flag.out) as { error: { code: string } }).error.code, "usage");
  const help = await runCommand(["help"], env);
  assert.equal(help.code, 0);
  assert.match(help.out, /npm run dabiao -- backup/);
});

test("a backup taken while the server runs is restored on another data directory, once", async (t) => {
  const dataDir = temporaryDataDir(t);
  const product = await startProduct(t, dataDir);
  mkdirSync(join(dataDir, "attachments"), { recursive: true });
  writeFileSync(join(dataDir, "attachments", "合同.txt"), "附件");
  const file = join(dataDir, "一份.backup");
  const made = await runCommand(["backup", file, "--json"], { DATA_DIR: dataDir });
  assert.equal(made.code, 0, made.err);
  await product.stop();

  const other = { DATA_DIR: temporaryDataDir(t) };
  const restored = await runCommand(["restore", file, "--json"], other);
  assert.equal(restored.code, 0, restored.err);
  assert.equal((JSON.parse(restored.out) as { files: number }).files, 1);
  const again = await runCommand(["restore", file], other);
  assert.equal(again.code, 1);
  assert.match(again.err, /数据库不是空的/);
  const check = await runCommand(["upgrade", "--check", "--json"], other);
  assert.deepEqual(JSON.parse(check.out), { pending: [] });
  const doctor = await runCommand(["doctor"], other);
  assert.equal(doctor.code, 0, doctor.out);
});

test("a company is set up and gets an API key from the command line, and the server takes both", async (t) => {
  const env = { DATA_DIR: temporaryDataDir(t) };
  const owner = { company: "蓝海科技", email: "boss@example.cn" };
  const words = ["setup", "--company", owner.company, "--email", owner.email];
  const weak = await runCommand([...words, "--json"], { ...env, DABIAO_PASSWORD: "1234" });
  assert.equal(weak.code, 1);
  assert.equal((JSON.parse(weak.out) as { error: { code: string } }).error.code, "weak_password");
  const made = await runCommand(words, { ...env, DABIAO_PASSWORD: "correct horse battery" });
  assert.equal(made.code, 0, made.err);
  const key = await runCommand(["api-key", "create", "对接", "--member", owner.email, "--role", "admin"], env);
  assert.equal(key.code, 0, key.err);

  const product = await startProduct(t, env.DATA_DIR);
  assert.equal(product.setupToken, null);
  const headers = { authorization: `Bearer ${key.out.trim()}` };
  const answer = await fetch(`${product.address}api/v1/webhooks`, { headers });
  assert.equal(answer.status, 200);
});
