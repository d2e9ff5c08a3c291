import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import iconv from "iconv-lite";
import { startProductOnTestServer } from "../support/product.ts";
import type { Caller, Json } from "./caller.ts";
import { checked, reached, uploaded } from "./importing.ts";
import { openOffice } from "./office.ts";

const link = (query: object) => `?q=${encodeURIComponent(JSON.stringify(query))}`;

test("every bad file and every bad row gets a clear answer, and nothing is half-written", async (t) => {
  const product = await startProductOnTestServer(t);
  const { admin } = await openOffice(product.address, product.setupToken);
  const count = async () => (await admin.ok("POST", "/objects/customer/count", {})).count;
  const read = async (content: string | Buffer, name = "客户.csv") => {
    const answer = await sendFile(admin, name, content);
    if (answer.status !== 200) return { state: "refused", failure: { code: answer.body.code }, sheets: [] };
    return await reached(admin, answer.body.id, "read", "failed");
  };
  const failure = async (content: string | Buffer, name?: string) => (await read(content, name)).failure?.code;

  for (const encoding of ["gb18030", "utf-16le", "utf-16be", "utf-8"]) {
    const bytes = iconv.encode("公司名称,地区\n蓝海科技有限公司,华东地区\n宏达贸易,华北\n", encoding, {
      addBOM: encoding !== "gb18030",
    });
    const run = await read(bytes);
    assert.equal(run.sheets[0]?.columns[0].header, "公司名称", `${encoding} is read as ${run.encoding}`);
  }
  assert.equal(await failure(""), "import_empty_file");
  assert.ok(await failure(Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), "a.xlsx"));
  assert.ok(await failure(Buffer.from("%PDF-1.7 \x00\x01\x02"), "a.pdf"));
  assert.ok(await failure(zipBomb(), "a.xlsx"), "a zip bomb is refused");
  assert.equal((await admin.get("/session")).status, 200);

  assert.equal(await failure("公司名称,公司名称,地区\n甲,乙,东\n"), "import_duplicate_header");

  const rows = [
    "公司名称,员工数,年营收（百万）,成立年份,最近拜访,地区,不认识的列",
    "全角,１２３,１，２３４.５,1999,2026-02-28,东,x",
    "万,1.2万,3亿,2000,2026/2/28,东,x",
    "坏日期,5,1,2001,2026-02-30,东,x",
    "坏日期二,5,1,2001,2026-13-01,东,x",
    "坏数字,五十个,1,2001,,东,x",
    "太短",
    "太长,5,1,2001,2026-01-01,东,x,多,多",
    ",5,1,2001,2026-01-01,东,x",
    "负人数,-5,1,2001,2026-01-01,东,x",
    `太大,${"9".repeat(60)},1,2001,2026-01-01,东,x`,
  ];
  const id = await uploaded(admin, "坏行.csv", rows.join("\r\n"));
  const run = await checked(admin, id, null);
  assert.equal(await count(), 0, "checking writes nothing");
  const codes = new Map<number, string>(
    run.problems.flatMap(({ code, rows: at, severity }: Json) =>
      severity === "error" ? at.map((row: number): [number, string] => [row, code]) : [],
    ),
  );
  for (const row of [4, 5, 6, 8, 9, 10, 11])
    assert.ok(codes.has(row), `row ${row} (${rows[row - 1]?.slice(0, 20)}) is at fault: ${JSON.stringify([...codes])}`);
  for (const row of [2, 3]) assert.ok(!codes.has(row), `row ${row}: ${codes.get(row)}`);
  await admin.ok("POST", `/imports/${id}/run`);
  const done = await reached(admin, id, "done", "failed");
  assert.equal(done.counts.created + done.counts.failed, rows.length - 1);
  assert.equal(await count(), done.counts.created);
  const page = await admin.ok("POST", "/objects/customer/query", { fields: [["name"], ["employees"], ["revenue"]] });
  const values = new Map(
    page.items.map((item: Json) => [item.values.name, [item.values.employees, item.values.revenue]]),
  );
  assert.deepEqual(values.get("全角"), ["123", "1234.5"]);
  assert.deepEqual(values.get("万"), ["12000", "300000000"]);

  for (const name of ['=HYPERLINK("http://evil")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "=1\n2"])
    await admin.ok("POST", "/objects/customer/records", { values: { name, region: "公式" } });
  const { text } = await admin.get(
    `/objects/customer/export${link({ fields: [["name"]], filter: { field: ["region"], op: "eq", value: "公式" } })}`,
  );
  for (const line of text.replace("\ufeff", "").split(/\r\n/).slice(1).filter(Boolean))
    assert.match(line, /^"?'|^[^=+@\t-]/, `a spreadsheet would run ${line}`);
});

test("what is no record, no field, no operation or too much is refused in one shape and changes nothing", async (t) => {
  const product = await startProductOnTestServer(t);
  const { admin } = await openOffice(product.address, product.setupToken);
  const bad: readonly (readonly [string, string, unknown])[] = [
    ["POST", "/objects/customer/records", { values: { nothing: 1 } }],
    ["POST", "/objects/customer/records", { values: { name: "x".repeat(100_000) } }],
    ["POST", "/objects/customer/records", { values: { name: "a\u0000b" } }],
    ["POST", "/objects/customer/records", { values: { name: "甲", revenue: "1e400" } }],
    ["POST", "/objects/customer/records", { values: { name: "甲", revenue: "NaN" } }],
    ["POST", "/objects/customer/records", { values: { name: "甲", last_visit_on: "2026-02-30" } }],
    ["POST", "/objects/customer/records", { values: { name: "甲", parent: "01920000-0000-7000-8000-00000000dead" } }],
    ["POST", "/objects/customer/records", { values: { name: "甲", owner: "01920000-0000-7000-8000-00000000dead" } }],
    ["POST", "/objects/customer/records", { values: { name: "甲", id: "1", version: 9, created_at: "2020-01-01" } }],
    ["POST", "/objects/customer/query", { fields: [["parent", "parent", "parent", "name"]] }],
    ["POST", "/objects/customer/query", { filter: { field: ["name"], op: "between", value: ["a"] } }],
    ["POST", "/objects/customer/query", { filter: { field: ["revenue"], op: "gt", value: "一百" } }],
    ["POST", "/objects/customer/query", { limit: 1_000_000 }],
    ["POST", "/metrics/query", { metrics: ["won_amount"], period: "2026-13" }],
    ["POST", "/metrics/query", { metrics: ["won_amount"], period: { from: "2026-02-01", to: "2026-01-01" } }],
    [
      "POST",
      "/metrics/query",
      {
        metrics: ["won_amount"],
        period: { from: "0001-01-01", to: "9999-01-01" },
        by: [{ kind: "period", grain: "day" }],
      },
    ],
    ["POST", "/kpi/board", { kpis: ["nothing"], period: "2026-01" }],
    [
      "PUT",
      "/goals/targets",
      { kpi: "won_amount", period: "2026-01", subject: { kind: "company" }, amount: "1e999", reason: "x" },
    ],
    [
      "PUT",
      "/goals/targets",
      { kpi: "won_amount", period: "2026-01", subject: { kind: "company" }, amount: "0.001", reason: "x" },
    ],
    ["POST", "/webhooks", { name: "x", url: "http://169.254.169.254/latest/meta-data" }],
    ["PUT", "/definitions/object/customer/draft", { body: { label: { zh: "x" }, fields: "no" } }],
  ];
  for (const [method, path, body] of bad) {
    const answer = await admin.send(method, path, body);
    const isDraft = path.endsWith("/draft") && answer.status === 200 && answer.body.issues.length > 0;
    assert.ok(
      isDraft || (answer.status >= 400 && answer.status < 500),
      `${method} ${path} ${JSON.stringify(body).slice(0, 120)}: ${answer.status} ${answer.text.slice(0, 300)}`,
    );
    if (!isDraft) assert.deepEqual(Object.keys(answer.body).sort(), ["code", "issues", "params", "path"]);
  }
  assert.equal((await admin.ok("POST", "/objects/customer/count", {})).count, 0);
});

async function sendFile(admin: Caller, name: string, content: string | Buffer) {
  const form = new FormData();
  form.append("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  return await admin.send("POST", "/imports", form);
}

/** A workbook of a few hundred kilobytes that says it holds one sheet, and unpacks to 100 MB of zeros. */
function zipBomb(): Buffer {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const size = 100 * 1024 * 1024;
  const packed = deflateRawSync(Buffer.alloc(size), { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1000, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  // The lie: unpacked it is said to be small.
  central.writeUInt32LE(1000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}
