import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileColumn } from "@dabiao/core/imports/import.ts";
import { matchColumns } from "@dabiao/core/imports/match-columns.ts";
import { PEOPLE_FILE_NAMES, PEOPLE_MATCH_FIELDS } from "@dabiao/core/imports/people-fields.ts";
import { ProblemGroups } from "@dabiao/core/imports/problem-groups.ts";
import { reasonText } from "@dabiao/core/imports/reason-text.ts";
import { spreadsheetNumber } from "@dabiao/core/imports/spreadsheet-number.ts";
import { suggestTarget } from "@dabiao/core/imports/suggest-target.ts";
import { csvLine, guardCell, unguardCell } from "@dabiao/core/records/csv-cell.ts";
import fc from "fast-check";

const column = (header: string, index: number, samples: string[] = []): FileColumn => ({
  index,
  header,
  samples,
  empty: 0,
  kinds: { number: samples.length },
});

test("a spreadsheet's binary noise is taken off a number, and nothing else is", () => {
  assert.equal(spreadsheetNumber("-60.70400000000001"), "-60.704");
  assert.equal(spreadsheetNumber("125.43999999999998"), "125.44");
  assert.equal(spreadsheetNumber("-37.63200000000006"), "-37.632");
  for (const text of ["1200", "0.1", "28万", "123456789012345678", "0.000000000001"]) {
    assert.equal(spreadsheetNumber(text), text);
  }
});

test("a cell made safe for a spreadsheet comes back as it was", () => {
  assert.equal(csvLine(["=1+1", "a,b"]), `'=1+1,"a,b"\r\n`);
  fc.assert(fc.property(fc.string(), (text) => unguardCell(guardCell(text)) === text || text.startsWith("'")));
});

test("one column of order numbers serves both a return's own number and its order", () => {
  const alias = { type: "text", aliases: ["订单 ID"] };
  const fields = [
    { key: "return_no", label: { zh: "退货编号" }, ...alias },
    { key: "order", label: { zh: "订单" }, ...alias },
  ];
  const found = matchColumns([column("订单 ID", 0), column("退回", 1)], fields);
  assert.deepEqual(
    found.map((mapping) => [mapping.column, mapping.field]),
    [
      [0, "return_no"],
      [1, null],
      [0, "order"],
    ],
  );
});

test("rates written as fractions are read as fractions", () => {
  const rate = [{ key: "discount", type: "percent", label: { zh: "折扣" }, aliases: [] }];
  assert.equal(matchColumns([column("折扣", 0, ["0.4", "0", "1"])], rate)[0]?.factor, "100");
  assert.equal(matchColumns([column("折扣", 0, ["40", "0.5"])], rate)[0]?.factor, "1");
});

test("a file called sales_teams holds people, though a customer has a manager, too", () => {
  const people = { target: { kind: "people" } as const, names: PEOPLE_FILE_NAMES, fields: PEOPLE_MATCH_FIELDS };
  const fields = [{ key: "manager", type: "text", label: { zh: "经理", en: "manager" }, aliases: [] }];
  const customer = { target: { kind: "object", object: "customer" } as const, names: ["accounts"], fields };
  const columns = [column("sales_agent", 0), column("manager", 1), column("regional_office", 2)];
  const found = suggestTarget(["sales_teams"], columns, [customer, people]);
  assert.deepEqual(found?.target, { kind: "people" });
  assert.deepEqual(
    found?.columns.map(({ field }) => field),
    ["name", "leader", "unit_1"],
  );
});

test("1,000 rows with the same fault are one problem with its count and the first rows", () => {
  const problems = new ProblemGroups();
  const fault = { column: 2, field: "product", code: "import_not_found", params: {}, value: "GTXPro" };
  for (let row = 2; row < 1002; row++) problems.add(row, fault, "error", ["GTX Pro"]);
  const [problem] = problems.list();
  assert.deepEqual([problem?.count, problem?.rows.length, problem?.rows[0]], [1000, 20, 2]);
  assert.equal(reasonText(fault, "产品", "zh-CN"), "产品：没有「GTXPro」");
});
