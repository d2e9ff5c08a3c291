import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileColumn } from "@dabiao/core/imports/import.ts";
import { type MatchField, matchColumns, OWNER_ALIASES } from "@dabiao/core/imports/match-columns.ts";

function columns(...headers: readonly (readonly [string, string])[]): FileColumn[] {
  return headers.map(([header, kind], index) => ({ index, header, samples: [], empty: 0, kinds: { [kind]: 50 } }));
}

function field(key: string, type: string, zh: string, en: string, aliases: readonly string[] = []): MatchField {
  return { key, type, label: { zh, en }, aliases };
}

const FIELDS = [
  field("name", "text", "商机名称", "Name", ["商机"]),
  field("customer", "reference", "客户", "Customer", ["account"]),
  field("amount", "money", "金额", "Amount", ["close_value"]),
  field("stage", "select", "阶段", "Stage", ["deal_stage"]),
  field("closed_on", "date", "结单日期", "Closed on", ["close_date"]),
  field("owner", "member", "负责人", "Owner", OWNER_ALIASES),
];

const found = (given: FileColumn[]) => matchColumns(given, FIELDS).map((mapping) => mapping.field);

test("headers of an English file find their fields by alias", () => {
  const file = columns(
    ["sales_agent", "text"],
    ["account", "text"],
    ["deal_stage", "text"],
    ["close_date", "date"],
    ["close_value", "number"],
  );
  assert.deepEqual(found(file), ["owner", "customer", "stage", "closed_on", "amount"]);
});

test("金额(万) is the amount in units of ten thousand", () => {
  const [mapping] = matchColumns(columns(["金额（万）", "number"]), FIELDS);
  assert.equal(mapping?.field, "amount");
  assert.equal(mapping?.factor, "10000");
});

test("a field is given to one column only, and a strange column to none", () => {
  assert.deepEqual(found(columns(["客户", "text"], ["Customer", "text"], ["备用1", "text"])), ["customer", null, null]);
});

test("a misspelt header counts only when the contents fit", () => {
  assert.deepEqual(found(columns(["Amuont", "number"])), ["amount"]);
  assert.deepEqual(found(columns(["Amuont", "text"])), [null]);
});

test("a unit in a header scales its numbers once: never for a field that is counted in that unit itself", () => {
  const fields = [
    field("revenue", "number", "年营收（百万）", "Annual revenue (millions)"),
    field("amount", "money", "金额", "Amount"),
  ];
  const scaled = (header: string) => {
    const [mapping] = matchColumns(columns([header, "number"]), fields);
    return [mapping?.field, mapping?.factor];
  };
  assert.deepEqual(scaled("年营收（百万）"), ["revenue", "1"]);
  assert.deepEqual(scaled("年营收(百万)"), ["revenue", "1"]);
  assert.deepEqual(scaled("金额(万元)"), ["amount", "10000"]);
  assert.deepEqual(scaled("金额（人民币百万）"), ["amount", "1000000"]);
  assert.deepEqual(scaled("金额(千元)"), ["amount", "1000"]);
  assert.deepEqual(scaled("金额(亿)"), ["amount", "100000000"]);
  assert.deepEqual(scaled("金额(元)"), ["amount", "1"]);
});
