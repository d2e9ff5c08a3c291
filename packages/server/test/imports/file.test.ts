import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { utils, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import { sheetRows, unpackFile } from "../../src/imports/file/unpack.ts";

async function unpacked(t: TestContext, content: string | Buffer) {
  const folder = await mkdtemp(join(tmpdir(), "dabiao file-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "upload");
  await writeFile(path, content);
  const file = await unpackFile(path, folder);
  const rows = [];
  for await (const row of sheetRows(folder, 0)) rows.push(row);
  return { ...file, headers: file.sheets[0]?.columns.map(({ header }) => header), rows };
}

async function refusal(t: TestContext, content: string | Buffer) {
  try {
    await unpacked(t, content);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.params];
    throw error;
  }
  return null;
}

const TEXT = "客户,金额\n蓝海科技,1200\n“宏达”,88\n";

test("a text file is read in UTF-8, with a byte-order mark, in GB18030 and in UTF-16 alike", async (t) => {
  const encodings = [
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8", Buffer.from(`\uFEFF${TEXT}`)],
    ["gb18030", iconv.encode(TEXT, "gb18030")],
    ["utf-16le", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["utf-16be", iconv.encode(TEXT, "utf16-be", { addBOM: true })],
  ] as const;
  for (const [name, content] of encodings) {
    const { encoding, headers, rows } = await unpacked(t, content);
    assert.equal(encoding, name);
    assert.deepEqual(headers, ["客户", "金额"]);
    assert.deepEqual(rows[0], { row: 2, cells: ["蓝海科技", "1200"] });
  }
});

test("semicolons, tabs, quoted line breaks, ragged and empty rows are read, with rows numbered as a spreadsheet does", async (t) => {
  const semicolons = await unpacked(t, 'a;b\n"x;1";"two\nlines"\n\n3\n4;5;6\n');
  assert.deepEqual(semicolons.rows, [
    { row: 2, cells: ["x;1", "two\nlines"] },
    { row: 4, cells: ["3"] },
    { row: 5, cells: ["4", "5", "6"] },
  ]);
  assert.deepEqual((await unpacked(t, "a\tb\n1\t2\n")).rows, [{ row: 2, cells: ["1", "2"] }]);
});

test("two columns of one name, no header, an empty file and bytes of no encoding are refused, each in its own words", async (t) => {
  assert.deepEqual(await refusal(t, "客户,金额,客户\n1,2,3\n"), [
    "import_duplicate_header",
    { header: "客户", columns: ["A", "C"] },
  ]);
  assert.deepEqual(await refusal(t, ",,\n1,2,3\n"), ["import_no_header", {}]);
  assert.deepEqual(await refusal(t, ""), ["import_empty_file", {}]);
  assert.deepEqual(await refusal(t, Buffer.from([0x61, 0xff, 0xff, 0x0a])), ["import_unknown_encoding", {}]);
});

test("a workbook gives its days as days and never a formula, and a damaged one or a bomb is refused", async (t) => {
  const sheet = utils.aoa_to_sheet(
    [
      ["客户", "日期"],
      ["蓝海", new Date(Date.UTC(2026, 2, 7))],
    ],
    { UTC: true },
  );
  sheet["A3"] = { t: "n", f: "1+1", v: 2 };
  sheet["!ref"] = "A1:B3";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "客户");
  const bytes = write(book, { type: "buffer", bookType: "xlsx", cellDates: false }) as Buffer;
  const { format, rows } = await unpacked(t, bytes);
  assert.equal(format, "xlsx");
  assert.deepEqual(rows, [
    { row: 2, cells: ["蓝海", "2026-03-07"] },
    { row: 3, cells: ["2", ""] },
  ]);
  assert.deepEqual(await refusal(t, bytes.subarray(0, bytes.length / 2)), ["import_damaged_file", {}]);
  assert.deepEqual(await refusal(t, bomb(bytes)), ["import_zip_bomb", {}]);
});

/** The workbook with a list that says its first entry unpacks to 4 GB. */
function bomb(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const entry = copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  copy.writeUInt32LE(0xfffffff0, entry + 24);
  return copy;
}
