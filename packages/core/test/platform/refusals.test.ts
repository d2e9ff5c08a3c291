import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RefusalSpec, RefusalText } from "@dabiao/core/platform/refusal.ts";
import { refusalSentence } from "@dabiao/core/refusal-sentence.ts";
import { refusalTexts } from "@dabiao/core/refusal-texts.ts";
import { refusals } from "@dabiao/core/refusals.ts";
import { roomTables } from "../support/room-tables.ts";

const SOURCES = ["../../src/", "../../../server/src/", "../../../sales/src/"].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

test("every room's refusals and their sentences are joined, and no two rooms use one code", async () => {
  assert.deepEqual(await codesOf<RefusalSpec>("refusals.ts"), Object.keys(refusals).toSorted());
  assert.deepEqual(await codesOf<RefusalText>("refusal-texts.ts"), Object.keys(refusals).toSorted());
  assert.deepEqual(Object.keys(refusalTexts).toSorted(), Object.keys(refusals).toSorted());
});

test("every refusal says in Chinese and in English what is wrong, with parameters it really has", () => {
  for (const [code, text] of Object.entries(refusalTexts)) {
    for (const sentence of [text.zh, text.en]) {
      assert.notEqual(sentence.trim(), "", code);
      for (const [, param = ""] of sentence.matchAll(/\{(\w*)\}/g)) {
        assert.ok(refusals[code]?.params.includes(param), `${code} has no parameter {${param}}`);
      }
    }
    assert.match(text.zh, /[\u4e00-\u9fff]|^\{zh\}$/, `${code} in Chinese`);
    assert.doesNotMatch(text.en, /[\u4e00-\u9fff]/, `${code} in English`);
  }
});

test("a refusal in the source is declared, and a declared one is in the source", () => {
  const source = SOURCES.flatMap((folder) => filesIn(folder, ".ts"))
    .filter((file) => !/\/refusals\.ts$|refusal-texts\.ts$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  for (const [, code = ""] of source.matchAll(/\b(?:new Refusal|refused)\(\s*"(\w+)"/g)) {
    assert.ok(code in refusals, `${code} is refused with and not declared`);
  }
  const unused = Object.keys(refusals).filter((code) => !source.includes(`"${code}"`));
  assert.deepEqual(unused, []);
});

test("lists in a sentence are joined as the language does", () => {
  const issue = { code: "import_duplicate_header", params: { header: "金额", columns: ["B", "D"] } };
  assert.match(refusalSentence(issue, "zh-CN"), /B、D/);
  assert.match(refusalSentence(issue, "en"), /B, D/);
  assert.equal(refusalSentence({ code: "unheard_of", params: {} }, "en"), "unheard_of");
});

/** The codes of every room, each room's once. */
async function codesOf<Entry>(name: string): Promise<string[]> {
  const tables = await roomTables<Entry>(name);
  return [...tables.values()].flatMap((table) => Object.keys(table)).toSorted();
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(ending));
}
