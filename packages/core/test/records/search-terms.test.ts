import assert from "node:assert/strict";
import { test } from "node:test";
import { searchTerms, searchWords } from "@dabiao/core/records/search-terms.ts";
import fc from "fast-check";

test("two neighbouring characters of a name are a term, and its pinyin and initials too", () => {
  const terms = searchTerms(["华为技术", "+8613912345678", "Acme"], "华为技术");
  for (const term of [
    "华",
    "华为",
    "为技",
    "技术",
    "5678",
    "1391",
    "ac",
    "acme",
    "py:huawei",
    "py:hw",
    "py:hwjs",
    "py:huaw",
  ]) {
    assert.ok(terms.includes(term), term);
  }
  assert.ok(!terms.includes("华技"));
});

test("whatever stands in a text is found by the terms of any two or more of its neighbouring characters", () => {
  const text = fc.string({ unit: fc.constantFrom("上", "海", "华", "为"), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
      const start = from % (whole.length - 1);
      const part = whole.slice(start, start + 2 + (length % whole.length));
      const terms = new Set(searchTerms([whole], null));
      for (const word of searchWords(part)) for (const term of word.terms) assert.ok(terms.has(term));
    }),
  );
});

test("full-width digits and capitals search like plain ones", () => {
  assert.deepEqual(searchWords("ＡＢ１３９"), searchWords("ab139"));
});
