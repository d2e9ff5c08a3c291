import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, nearest } from "@dabiao/core/imports/similarity.ts";

const PRODUCTS = ["GTX Basic", "GTX Pro", "MG Special", "MG Advanced", "GTX Plus Pro", "GTX Plus Basic", "GTK 500"];

test("a product written without its blank is found in the catalogue", () => {
  assert.deepEqual(nearest("GTXPro", PRODUCTS), ["GTX Pro"]);
});

test("a dropped letter and swapped letters are found, a different word is not", () => {
  assert.deepEqual(nearest("technolgy", ["technology", "retail"]), ["technology"]);
  assert.deepEqual(nearest("Phillipines", ["Philippines"]), ["Philippines"]);
  assert.deepEqual(nearest("software", ["services", "retail"]), []);
});

test("full-width letters and Chinese brackets do not matter", () => {
  assert.deepEqual(nearest("蓝海科技（上海）", ["蓝海科技(上海)", "宏达"]), ["蓝海科技(上海)"]);
});

test("distance counts edits and stops at its limit", () => {
  assert.equal(distance("abcd", "acbd", 3), 1);
  assert.equal(distance("kitten", "sitting", 5), 3);
  assert.equal(distance("kitten", "sitting", 2), 3);
});
