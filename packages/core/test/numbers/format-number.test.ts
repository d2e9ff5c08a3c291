import assert from "node:assert/strict";
import { test } from "node:test";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import {
  formatMoney,
  formatPercent,
  formatPoints,
  formatTable,
  formatTile,
} from "@dabiao/core/numbers/format-number.ts";

test("[NUM-2] tiles are compact: 386万 and 3.9M", () => {
  const zh = (text: string) => formatTile(decimal(text), "zh-CN");
  const en = (text: string) => formatTile(decimal(text), "en");
  assert.deepEqual(["3860000", "12345700", "123000000", "8650"].map(zh), ["386万", "1234.57万", "1.23亿", "8,650"]);
  assert.deepEqual(["3860000", "12345700", "123450000", "8650", "650"].map(en), [
    "3.9M",
    "12.3M",
    "123.5M",
    "8.7K",
    "650",
  ]);
  assert.equal(zh("-3860000"), "−386万");
  assert.equal(formatTile(null, "zh-CN"), "--");
});

test("[NUM-2] a tile never shows 10000万 or 1000K", () => {
  assert.equal(formatTile(decimal("99999999"), "zh-CN"), "1亿");
  assert.equal(formatTile(decimal("9999.999"), "zh-CN"), "1万");
  assert.equal(formatTile(decimal("99990000"), "zh-CN"), "9999万");
  assert.equal(formatTile(decimal("999999"), "en"), "1M");
  assert.equal(formatTile(decimal("999900"), "en"), "999.9K");
});

test("[NUM-2] money shows every cent; finance may show negatives in brackets", () => {
  assert.equal(formatMoney(decimal("3860000")), "¥3,860,000.00");
  assert.equal(formatMoney(decimal("-1200"), { decimals: 0 }), "−¥1,200");
  assert.equal(formatMoney(decimal("-1200"), { negative: "brackets" }), "(¥1,200.00)");
  assert.equal(formatMoney(decimal("-0.004")), "¥0.00");
  assert.equal(formatMoney(decimal("5"), { currency: "SGD" }), "SGD 5.00");
});

test("[NUM-2] table cells group thousands, a 万元 column divides by 10,000", () => {
  assert.equal(formatTable(decimal("3860000")), "3,860,000");
  assert.equal(formatTable(decimal("3865000"), { scale: "wan", decimals: 1 }), "386.5");
});

test("[NUM-2] percent has one decimal; without a target it is --, never infinity", () => {
  assert.equal(formatPercent(decimal("0.873")), "87.3%");
  assert.equal(formatPercent(null), "--");
  assert.equal(formatPoints(decimal("0.031"), "zh-CN"), "3.1 个百分点");
  assert.equal(formatPoints(decimal("-0.031"), "en"), "−3.1 pp");
});
