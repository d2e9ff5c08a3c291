import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { emptyDatabase } from "../support/database.ts";
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

test("from an empty database to a figure: solution, people, deals with a misspelt product, metric", async (t) => {
  const dataDir = temporaryDataDir(t);
  const env = { DATA_DIR: dataDir, DATABASE_URL: await emptyDatabase(t), DABIAO_PASSWORD: "correct horse battery" };
  const ok = async (...words: string[]) => {
    const done = await runCommand([...words, "--json"], env);
    assert.equal(done.code, 0, done.out + done.err);
    return JSON.parse(done.out);
  };
  const file = (name: string, lines: readonly string[]) => {
    const path = join(dataDir, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  };
  await ok("setup", "--company", "蓝海科技", "--email", "boss@example.cn");
  assert.ok((await ok("solution", "install", "sales")).installed > 0);
  assert.equal((await ok("solution", "install", "sales")).installed, 0, "may be repeated");
  await ok("import", file("people.csv", ["姓名,邮箱", "周敏,zhou@example.cn"]), "--object", "people");
  await ok("import", file("products.csv", ["product,series,sales_price", "GTX Pro,GTX,4821"]), "--object", "product");
  const deals = file("sales_pipeline.csv", [
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
    "A1,周敏,GTXPro,海星,Won,2017-01-03,2017-03-01,5000",
    "A2,周敏,GTX Pro,海星,Lost,2017-01-04,2017-03-02,0",
  ]);
  const words = ["import", deals, "--object", "opportunity", "--key", "external_no"];
  const checked = await runCommand([...words, "--check"], env);
  assert.equal(checked.code, 1);
  assert.match(checked.out, /没有「GTXPro」.*→ GTX Pro\?/);
  assert.equal((await ok("metric", "won_count", "--period", "2017-Q1")).total[0], "0", "nothing is written");
  const mapping = file("mapping.json", ['{"values":{"product":{"GTXPro":"GTX Pro"}},"missing":"create"}']);
  const { counts } = await ok(...words, "--mapping", mapping);
  assert.deepEqual([counts.created, counts.failed], [2, 0]);
  const figures = await runCommand(["metric", "won_amount,won_count", "--period", "2017-Q1", "--by", "member"], env);
  assert.match(figures.out, /^周敏\t5000(\.00)?\t1$/m);

  const description = join(dataDir, "openapi.json");
  await ok("openapi", description);
  assert.ok("values.opportunity" in JSON.parse(readFileSync(description, "utf8")).components.schemas);
});

test("what is refused is said in both languages, and faulty words exit with 2", async (t) => {
  const env = { DATA_DIR: temporaryDataDir(t), DATABASE_URL: await emptyDatabase(t) };
  const early = await runCommand(["solution", "install", "sales"], env);
  assert.equal(early.code, 1);
  assert.match(early.err, /先执行 setup.*\n.*Run setup on a new/);
  await runCommand(["setup", "--company", "蓝海", "--email", "boss@example.cn"], {
    ...env,
    DABIAO_PASSWORD: "7km-umbrella",
  });
  const nobody = await runCommand(["demo", "load", "--email", "nobody@example.cn"], env);
  assert.equal(nobody.code, 1);
  assert.match(nobody.err, /^找不到account nobody@example\.cn.*\nNot found: account nobody@example\.cn/);
  const sheet = await runCommand(["import", "package.json", "--sheet", "first"], env);
  assert.equal(sheet.code, 2);
  assert.match(sheet.err, /^sheet: /);
  const unknown = await runCommand(["metric", "nothing_here", "--period", "2017-Q1", "--json"], env);
  assert.equal(unknown.code, 1);
  assert.doesNotMatch(JSON.parse(unknown.out).error.code, /bug|internal/);
});

test("the demo company is made once for an account and removed without traces", async (t) => {
  const env = { DATA_DIR: temporaryDataDir(t), DATABASE_URL: await emptyDatabase(t) };
  const account = ["--email", "boss@example.cn"];
  await runCommand(["setup", "--company", "蓝海", ...account], { ...env, DABIAO_PASSWORD: "7km-umbrella" });
  const made = await runCommand(["demo", "load", ...account], env);
  assert.equal(made.code, 0, made.err);
  const again = await runCommand(["demo", "load", ...account, "--json"], env);
  assert.equal((JSON.parse(again.out) as { error: { code: string } }).error.code, "demo_exists");
  const removed = await runCommand(["demo", "remove", ...account, "--json"], env);
  assert.deepEqual(JSON.parse(removed.out), { removed: true });
  const gone = await runCommand(["demo", "remove", ...account, "--json"], env);
  assert.deepEqual(JSON.parse(gone.out), { removed: false });
});
