import assert from "node:assert/strict";
import { test } from "node:test";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatMoney, formatTable } from "@dabiao/core/numbers/format-number.ts";
import { parseNumber } from "@dabiao/core/numbers/parse-number.ts";
import fc from "fast-check";

function read(text: string): string {
  const parsed = parseNumber(text);
  if (parsed.kind === "issue") return parsed.issue.code;
  const unit =
    parsed.unit.kind === "money" ? ` ${parsed.unit.currency}` : parsed.unit.kind === "percent" ? " percent" : "";
  return `${parsed.value.toString()}${unit}`;
}

function reads(cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases)) assert.equal(read(text), expected, `“${text}”`);
}

test("[NUM-1] 万, 亿, 千 and k, M are understood", () => {
  reads({
    "28万": "280000",
    "1.2亿": "120000000",
    "3千": "3000",
    "280k": "280000",
    "1.2M": "1200000",
    "28w": "280000",
    "1亿2000万": "120000000",
    "12万5千": "125000",
    "300 万": "3000000",
    "2千万": "20000000",
    "1.5百万": "1500000",
  });
});

test("[NUM-1] money carries its currency", () => {
  reads({
    "￥3,860.00": "3860 CNY",
    "¥1,200": "1200 CNY",
    "CNY 1,200": "1200 CNY",
    人民币28万元: "280000 CNY",
    "28万元": "280000 CNY",
    "$1,200": "1200 USD",
    "100港元": "100 HKD",
    HK$5: "5 HKD",
    "20块": "20 CNY",
    "￥100美元": "number_currency",
  });
});

test("[NUM-1] full-width digits, signs, brackets and percent are understood", () => {
  reads({
    "１，２００．５": "1200.5",
    "（1,200）": "-1200",
    "−5": "-5",
    "－5": "-5",
    "¥-1,200": "-1200 CNY",
    "-¥1,200": "-1200 CNY",
    "(¥1,200.00)": "-1200 CNY",
    "87.3％": "0.873 percent",
    百分之五: "0.05 percent",
    三成: "0.3 percent",
    "5‰": "0.005 percent",
    "12 345 678": "12345678",
    ".5": "0.5",
    "-0": "0",
  });
});

test("[NUM-1] Chinese numerals are understood, 一千二 is 1,200", () => {
  reads({
    一千二: "1200",
    一千零二: "1002",
    一千二百: "1200",
    十二: "12",
    二十: "20",
    一百二: "120",
    一百一十: "110",
    两千五: "2500",
    一万二: "12000",
    一万二千五: "12500",
    两万零五百: "20500",
    一亿二: "120000000",
    三点五万: "35000",
    壹万贰仟元整: "12000 CNY",
    一亿零五万: "100050000",
    负一千二: "-1200",
    十万: "100000",
    零: "0",
  });
});

test("[NUM-1] what could be read in two ways, or is no number, is refused with the reason", () => {
  reads({
    "": "number_empty",
    "  ": "number_empty",
    "1,20": "number_grouping",
    "1,2345": "number_grouping",
    "1.234.567": "number_shape",
    "12万5": "number_ambiguous",
    "1.23E+11": "number_scientific",
    二〇二六: "number_numeral",
    一二三: "number_numeral",
    百: "number_numeral",
    一万万: "number_numeral",
    "-(5)": "number_sign",
    "(-5)": "number_sign",
    "--5": "number_sign",
    "5²": "number_shape",
    "½": "number_shape",
    abc: "number_shape",
    "1万2亿": "number_shape",
    "1.5万2千": "number_shape",
    "5%元": "number_currency",
    "￥5%": "number_currency",
    ["1".repeat(31)]: "number_too_long",
    "0.1234567890123": "number_too_long",
    "5万3万": "number_shape",
    "=1+1": "number_shape",
    "2026-03-09": "number_shape",
    "12x": "number_shape",
  });
});

test("[NUM-1] an ambiguous number names both readings", () => {
  const parsed = parseNumber("12万5");
  assert.deepEqual(parsed, {
    kind: "issue",
    issue: { code: "number_ambiguous", params: { text: "12万5", first: "125000", second: "120005" }, path: [] },
  });
});

test("[NUM-1] every number we show can be typed back", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (cents) => {
      const value = decimal(cents).div(100);
      for (const text of [
        formatMoney(value),
        formatMoney(value, { negative: "brackets" }),
        formatTable(value, { decimals: 2 }),
        value.toString(),
      ]) {
        const parsed = parseNumber(text);
        assert.ok(parsed.kind === "number" && parsed.value.eq(value), text);
      }
    }),
  );
});

test("[NUM-1] no text crashes the reader", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+()%¥$元万亿千百十一二两零点k ") }), (text) => {
      assert.ok(["number", "issue"].includes(parseNumber(text).kind));
    }),
    { numRuns: 2000 },
  );
});
