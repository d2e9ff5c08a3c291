import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { differences } from "../../src/model/diff.ts";
import { type JsonValue, stableText } from "../../src/model/json-value.ts";
import { mergeBodies } from "../../src/model/merge.ts";

const base = {
  label: { zh: "商机" },
  fields: [
    { key: "name", label: "名称" },
    { key: "amount", label: "金额" },
  ],
};

test("a difference names the field by its key, and a new field is one line", () => {
  const after = {
    label: { zh: "机会" },
    fields: [
      { key: "name", label: "名称" },
      { key: "amount", label: "合同额" },
      { key: "stage", label: "阶段" },
    ],
  };
  assert.deepEqual(
    differences(base, after).map(({ op, path }) => `${op} ${path.join("/")}`),
    ["change label/zh", "change fields/amount/label", "add fields/stage"],
  );
});

test("an upgrade brings its news and leaves what the company changed", () => {
  const ours = { label: { zh: "项目" }, fields: [...base.fields, { key: "own", label: "自有" }] };
  const theirs = {
    label: { zh: "商机" },
    fields: [
      { key: "name", label: "名称" },
      { key: "amount", label: "合同额" },
      { key: "stage", label: "阶段" },
    ],
  };
  const { body, conflicts } = mergeBodies(base, ours, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(body, {
    label: { zh: "项目" },
    fields: [
      { key: "name", label: "名称" },
      { key: "amount", label: "合同额" },
      { key: "stage", label: "阶段" },
      { key: "own", label: "自有" },
    ],
  });
});

test("where both changed the same words, the company's stand and the conflict is told", () => {
  const { body, conflicts } = mergeBodies(base, { ...base, label: { zh: "项目" } }, { ...base, label: { zh: "机会" } });
  assert.deepEqual(conflicts, [{ path: ["label", "zh"], base: "商机", ours: "项目", theirs: "机会" }]);
  assert.deepEqual(body, { ...base, label: { zh: "项目" } });
});

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.constantFrom("a", "b"),
    fc.dictionary(fc.constantFrom("p", "q", "r"), tie("value")),
    fc.uniqueArray(fc.record({ key: fc.constantFrom("x", "y", "z"), v: tie("value") }), { selector: ({ key }) => key }),
  ),
})).value;

test("who changed nothing takes the other's changes whole, and equal bodies have no difference", () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      assert.equal(stableText(mergeBodies(a, a, b).body), stableText(b));
      assert.equal(stableText(mergeBodies(a, b, a).body), stableText(b));
      assert.equal(differences(a, b).length === 0, stableText(a) === stableText(b));
    }),
  );
});
