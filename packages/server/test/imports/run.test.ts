import assert from "node:assert/strict";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { checkImport } from "../../src/imports/check-import.ts";
import { findImport } from "../../src/imports/import-store.ts";
import { CHUNK_ROWS } from "../../src/imports/open-work.ts";
import { storeFile } from "../../src/imports/receive-upload.ts";
import { runImport } from "../../src/imports/run-import.ts";
import { cancelImport, startCheck, startRun } from "../../src/imports/start-work.ts";
import { suggestMapping } from "../../src/imports/suggest-mapping.ts";
import { workImport } from "../../src/imports/work-import.ts";
import { type ImportCompany, importCompany } from "./company.ts";

const ROWS = CHUNK_ROWS * 3;
const MANY = `公司名称,外部编号\n${Array.from({ length: ROWS }, (_, index) => `客户 ${index},K${index}`).join("\n")}\n`;

/** An import checked and ready to run. */
async function begun({ place, actor, access }: ImportCompany, text: string): Promise<string> {
  const path = join(place.dataDir, "客户.csv");
  await writeFile(path, text);
  const id = await storeFile(place, actor, path, (to) => copyFile(path, to));
  await workImport(place, id);
  const { mapping } = await suggestMapping(place, access, id, 0, "customer");
  await startCheck(place, access, id, mapping, false);
  await checkImport(place, id);
  await startRun(place, access, id, false);
  return id;
}

const COUNT = "select count(*)::int as rows, count(distinct external_no)::int as numbers from w.customer";

test("a run that stops halfway goes on where it was, and two at once write every row once", async (t) => {
  const company = await importCompany(t);
  const id = await begun(company, MANY);
  const stop = new AbortController();
  const { workspace } = company.place;
  const clock = () => {
    stop.abort();
    return new Date();
  };
  const stopping = { ...company.place, clock };
  await runImport(stopping, id, stop.signal);
  const [half] = await company.rows<{ rows: number }>(COUNT);
  assert.equal((await findImport(workspace, id, new Date())).state, "running");
  assert.ok((half?.rows ?? ROWS) < ROWS);
  await Promise.all([runImport(company.place, id), runImport(company.place, id)]);
  await runImport(company.place, id);
  const done = await findImport(workspace, id, new Date());
  assert.deepEqual([done.state, done.counts.created, done.counts.done], ["done", ROWS, ROWS]);
  assert.deepEqual(await company.rows(COUNT), [{ rows: ROWS, numbers: ROWS }]);
});

test("a cancelled run keeps whole chunks, and they can be taken back", async (t) => {
  const company = await importCompany(t);
  const id = await begun(company, MANY);
  let ticks = 0;
  const place = {
    ...company.place,
    clock: () => {
      ticks += 1;
      return new Date();
    },
  };
  const running = runImport(place, id);
  while (ticks < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  await cancelImport(company.place, company.access, id);
  await running;
  const { state, counts } = await findImport(company.ws, id, new Date());
  const [{ rows } = { rows: 0 }] = await company.rows<{ rows: number }>(COUNT);
  assert.deepEqual([state, counts.created % CHUNK_ROWS, counts.created], ["cancelled", 0, rows]);
  assert.equal((await company.undo(id)).undone, rows);
  assert.equal(await company.print("customer"), "empty");
});

test("people's spellings are read: 万 in the header, full-width digits, ￥, and impossible days are named by row", async (t) => {
  const company = await importCompany(t);
  const text =
    "商机名称,金额（万）,阶段,结单日期\n甲,２８,赢单,2026/3/7\n乙,￥1.2,赢单,2026年3月8日\n丙,约三,赢单,2026-02-30\n";
  const done = await company.bringText("商机.csv", text, { object: "opportunity" });
  assert.deepEqual(
    done.problems.map(({ code, rows }) => [code, rows]),
    [
      ["number_shape", [4]],
      ["value_no_such_day", [4]],
    ],
  );
  const rows = await company.rows("select name, amount, closed_on from w.opportunity order by amount");
  assert.deepEqual(rows, [
    { name: "乙", amount: "12000", closed_on: "2026-03-08" },
    { name: "甲", amount: "280000", closed_on: "2026-03-07" },
  ]);
});

test("owners nobody knows become members when asked for; two of one name are asked about, not guessed", async (t) => {
  const company = await importCompany(t);
  const text = "商机名称,阶段,业务员\n甲,赢单,张伟\n乙,赢单,李娜\n";
  const refused = await company.bringText("商机.csv", text, { object: "opportunity", checkOnly: true });
  assert.deepEqual(
    refused.problems.map(({ code, value }) => [code, value]),
    [
      ["import_not_found", "张伟"],
      ["import_not_found", "李娜"],
    ],
  );
  const made = await company.bringText("商机.csv", text, { object: "opportunity", missing: "create" });
  assert.deepEqual([made.state, made.counts.created], ["done", 2]);
  await company.bringText("成员.csv", "姓名,邮箱\n张伟,zw@example.cn\n", { object: "people" });
  const again = await company.bringText("商机.csv", text, { object: "opportunity", checkOnly: true });
  const [twice] = again.problems;
  assert.deepEqual([twice?.code, twice?.value, twice?.suggestions.length], ["import_ambiguous", "张伟", 2]);
  assert.ok(twice?.suggestions.includes("zw@example.cn"));
  const values = { owner: { 张伟: "zw@example.cn" } };
  const chosen = await company.bringText("商机.csv", text, { object: "opportunity", values });
  assert.deepEqual([chosen.counts.created, chosen.counts.failed], [2, 0]);
});

test("a key that comes twice in a file counts once, and what is there is updated, filled or left as asked", async (t) => {
  const company = await importCompany(t);
  const head = "公司名称,外部编号,员工数,地区\n";
  await company.bringText("客户.csv", `${head}蓝海,K1,,苏州\n`);
  const file = `${head}蓝海科技,K1,12,上海\n重复,K1,13,北京\n`;
  const skipped = await company.bringText("客户.csv", file, { duplicates: "skip" });
  assert.deepEqual([skipped.counts.skipped, skipped.problems.map(({ code }) => code)], [2, ["import_repeated_key"]]);
  await company.bringText("客户.csv", file, { key: "external_no", duplicates: "fill_empty" });
  const rows = () => company.rows("select name, employees, region from w.customer");
  assert.deepEqual(await rows(), [{ name: "蓝海", employees: "12", region: "苏州" }]);
  await company.bringText("客户.csv", file, { key: "external_no", duplicates: "update" });
  assert.deepEqual(await rows(), [{ name: "蓝海科技", employees: "12", region: "上海" }]);
});

test("a first file may name customers and products nobody has yet: the check lets their deals pass, and the run names them", async (t) => {
  const company = await importCompany(t);
  const text = "商机编号,产品,客户,阶段\nD1,云管家,蓝海科技,需求分析\n";
  const check = await company.bringText("商机台账.csv", text, { checkOnly: true });
  assert.deepEqual([check.counts.created, check.counts.failed], [1, 0]);
  const done = await company.bringText("商机台账.csv", text);
  assert.deepEqual([done.state, done.counts.created], ["done", 1]);
  assert.deepEqual(await company.rows("select name from w.opportunity"), [{ name: "蓝海科技 云管家" }]);
});
