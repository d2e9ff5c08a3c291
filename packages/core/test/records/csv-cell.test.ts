import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine, guardCell } from "@dabiao/core/records/csv-cell.ts";
import { fileName, fileType } from "@dabiao/core/records/file-type.ts";

test("a cell that a spreadsheet would run is shown as text; a negative number stays a number", () => {
  for (const formula of ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
    assert.equal(guardCell(formula), `'${formula}`);
  for (const plain of ["-12.50", "甲公司", "", "a=b"]) assert.equal(guardCell(plain), plain);
});

test("commas, quotes and line breaks stay inside their cell", () => {
  assert.equal(csvLine(['a,"b"', "c\nd", "e"]), '"a,""b""","c\nd",e\r\n');
});

test("a program does not pass as a picture, and a page is not taken at all", () => {
  assert.equal(fileType("a.PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])), "image/png");
  assert.equal(fileType("a.png", new Uint8Array([0x4d, 0x5a])), null);
  assert.equal(fileType("a.html", new Uint8Array([0x3c])), null);
  assert.equal(fileType("constructor", new Uint8Array()), null);
  assert.equal(fileName("..\\..\\合同\u0000.pdf"), "合同.pdf");
});
