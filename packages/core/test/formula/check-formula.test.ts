import assert from "node:assert/strict";
import test from "node:test";
import { checkFormula } from "@dabiao/core/formula/check-formula.ts";
import { displayFormula } from "@dabiao/core/formula/display-formula.ts";
import { formulaToSql } from "@dabiao/core/formula/formula-to-sql.ts";
import { FORMULA_CATALOGUE } from "@dabiao/core/formula/registry.ts";
import { compileSql, ident, raw } from "@dabiao/core/platform/sql.ts";
import fc from "fast-check";
import { sampleLabels, sampleScope } from "./sample-scope.ts";

/** Source with the faulty place between bars, and the code told for it. */
const FAULTS: readonly (readonly [string, string])[] = [
  ["1 + |)|", "formula_syntax"],
  ["1 |2|", "formula_syntax"],
  ["[金额] |+|", "formula_incomplete"],
  ["|[金额|", "formula_unclosed"],
  ['"a" & |"b|', "formula_unclosed"],
  ["|金额| + 1", "formula_bare_name"],
  ["1 + |[利润]|", "formula_unknown_field"],
  ["1 + |FOO|(1)", "formula_unknown_function"],
  ["|ROUND|()", "formula_argument_count"],
  ["|IFS|(TRUE)", "formula_argument_count"],
  ['1 + |"a"|', "formula_argument_type"],
  ["IF(|[金额]|, 1, 2)", "formula_argument_type"],
  ['IF(TRUE, 1, |"a"|)', "formula_type_mixed"],
  ['[签约日] > |"2026-01-01"|', "formula_type_mixed"],
  ["ROUND([金额], |[折扣]|)", "formula_constant"],
  ["ROUND([金额], |1.5|)", "formula_constant"],
  ['DATEADD([签约日], 1, |"光年"|)', "formula_constant"],
  ['[阶段] = |"成交"|', "formula_option"],
  [`|${"1".repeat(31)}|`, "formula_number"],
  ["1|\0|", "formula_character"],
];

for (const [marked, code] of FAULTS) {
  test(`[FX-03] ${code} is told at its place in ${JSON.stringify(marked)}`, () => {
    const [before = "", fault = "", after = ""] = marked.split("|");
    const checked = checkFormula(before + fault + after, sampleScope);
    assert.ok(!checked.ok);
    const [issue] = checked.issues;
    assert.deepEqual(
      { code: issue?.code, from: issue?.from, to: issue?.to },
      { code, from: before.length, to: before.length + fault.length },
    );
  });
}

test("[FX-03] two faults in one formula are both told", () => {
  const checked = checkFormula("[甲] + [乙]", sampleScope);
  assert.deepEqual(!checked.ok && checked.issues.map(({ params }) => params["name"]), ["甲", "乙"]);
});

test("[FX-05] a formula is stored with keys and option ids, and shown again with labels", () => {
  const written = 'IF(IN([阶段], "赢单", "输单"), [客户.行业] & "赢单", 【名称】)';
  const checked = checkFormula(written, sampleScope);
  assert.ok(checked.ok);
  const stored = 'IF(IN([stage], "won", "lost"), [customer.industry] & "赢单", [name])';
  assert.equal(checked.formula.canonical, stored);
  assert.deepEqual(checked.formula.references, [["stage"], ["customer", "industry"], ["name"]]);
  assert.equal(displayFormula(stored, sampleLabels), written.replace("【", "[").replace("】", "]"));
  const again = checkFormula(stored, sampleScope);
  assert.equal(again.ok && again.formula.canonical, stored);
});

test("[FX-04] TODAY is refused where a formula is stored, and marked where it is allowed", () => {
  const refused = checkFormula("TODAY()", { ...sampleScope, allowClock: false });
  assert.equal(!refused.ok && refused.issues[0]?.code, "formula_clock");
  const allowed = checkFormula("IF(TRUE, TODAY())", sampleScope);
  assert.equal(allowed.ok && allowed.formula.usesClock, true);
});

test("[FX-03] a condition must give yes or no", () => {
  const checked = checkFormula("[金额]", { ...sampleScope, expected: "boolean" });
  assert.equal(!checked.ok && checked.issues[0]?.code, "formula_result_type");
});

test("[FX-02] a formula too long, too deep, too wide or too heavy is refused, quickly", () => {
  const heavy = `${"MOD(1,".repeat(12)}[金额]${")".repeat(12)}`;
  const cases = {
    source: "1".repeat(4_001),
    depth: `${"(".repeat(65)}1${")".repeat(65)}`,
    nodes: `SUM(${"1,".repeat(1_000)}1)`,
    sql: heavy,
  };
  for (const [what, source] of Object.entries(cases)) {
    const checked = checkFormula(source, sampleScope);
    assert.deepEqual(!checked.ok && [checked.issues[0]?.code, checked.issues[0]?.params["what"]], [
      "formula_too_large",
      what,
    ]);
  }
});

test("[FX-02] no text at all makes the reader of formulas fail", () => {
  const pieces = fc.constantFrom(
    "[",
    "]",
    "金额",
    "(",
    ")",
    ",",
    "，",
    '"',
    "“",
    "1",
    "%",
    "IF",
    "ROUND",
    "=",
    "<",
    ">",
    "-",
    " ",
    "\\",
    "&",
    "TRUE",
    "．",
  );
  const source = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(source, (text) => {
      const checked = checkFormula(text, sampleScope);
      for (const issue of checked.ok ? [] : checked.issues)
        assert.ok(issue.from >= 0 && issue.to <= text.length && issue.from <= issue.to);
    }),
    { numRuns: 2_000 },
  );
});

test("[FX-17] nothing a person writes becomes SQL text", () => {
  const checked = checkFormula(`[名称] & "'; drop table deal; --" & 12345`, sampleScope);
  assert.ok(checked.ok);
  const clock = { now: raw("now"), today: raw("today"), zone: "Asia/Shanghai" };
  const { text, values } = compileSql(formulaToSql(checked.formula, (path) => ident("w_1", "deal", ...path), clock));
  assert.ok(!text.includes("drop") && !text.includes("12345"));
  assert.deepEqual(values, ["'; drop table deal; --", "12345"]);
});

test("[FX-11] every function has help in both languages and parameters with names", () => {
  for (const declared of Object.values(FORMULA_CATALOGUE).flat()) {
    assert.ok(declared.help.zh && declared.help.en && declared.example, declared.name);
    for (const { name } of [...declared.parameters, ...(declared.repeat ?? [])])
      assert.ok(name.zh && name.en, declared.name);
  }
});
