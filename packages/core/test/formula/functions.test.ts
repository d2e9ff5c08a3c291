import assert from "node:assert/strict";
import test from "node:test";
import { checkFormula } from "@dabiao/core/formula/check-formula.ts";
import { evaluateFormula } from "@dabiao/core/formula/evaluate-formula.ts";
import type { FormulaValue } from "@dabiao/core/formula/formula-type.ts";
import { FORMULA_CATALOGUE } from "@dabiao/core/formula/registry.ts";
import { Decimal } from "decimal.js";
import { sampleScope } from "./sample-scope.ts";

const CLOCK = { now: "2026-03-31T17:30:00.000Z", today: "2026-04-01", zone: "Asia/Shanghai" };
const DEAL: Readonly<Record<string, FormulaValue>> = {
  amount: new Decimal("123456.78"),
  discount: null,
  name: " 达标Abc😀 ",
  paid: true,
  signed: "2024-02-29",
  created: "2025-09-30T16:30:00.000Z",
  stage: "won",
  tags: ["vip"],
  "customer.industry": "制造",
};

/** Source and answer, over the deal above. Numbers as digits; "null" is no answer. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "+": [
    ["1+2", "3"],
    ["[折扣]+1", "null"],
    ["[签约日]+1", "2024-03-01"],
  ],
  "-": [
    ["1-2", "-1"],
    ["[签约日]-DATE(2024,1,1)", "59"],
  ],
  "*": [
    ["[金额]*5%", "6172.839"],
    ["1.1*1.1", "1.21"],
  ],
  "/": [
    ["2/3", "0.6666666666666667"],
    ["-2/3", "-0.6666666666666667"],
    ["1/0", "null"],
    ["100000000000000000000/3", "33333333333333333333.3333333333333333"],
  ],
  "^": [
    ["2^10", "1024"],
    ["2^0.5", "1.414213562373095"],
    ["-2^2", "4"],
    ["2^3^2", "64"],
  ],
  "unary-": [["-[金额]", "-123456.78"]],
  "unary+": [["+1", "1"]],
  "&": [['"A"&1.50&TRUE&[签约日]&[折扣]', "A1.5TRUE2024-02-29"]],
  "=": [
    ['[阶段]="赢单"', "true"],
    ['"a"="A"', "false"],
    ["[折扣]=0", "null"],
    ["[创建时间]=DATE(2025,10,1)", "true"],
  ],
  "<>": [
    ["1<>2", "true"],
    ["[折扣]≠0", "null"],
  ],
  "<": [
    ['"B"<"a"', "true"],
    ["[折扣]<1", "null"],
  ],
  "<=": [["1≤1", "true"]],
  ">": [["[创建时间]>NOW()", "false"]],
  ">=": [["［金额］＞＝１０万", "true"]],
  IF: [
    ["IF([金额]>=100000, [金额]*5%, 0)", "6172.839"],
    ["IF([折扣]>1, 1, 2)", "2"],
    ["IF(FALSE, 1)", "null"],
  ],
  IFS: [
    ['IFS(1>2,"a",TRUE,"b")', "b"],
    ['IFS(1>2,"a")', "null"],
  ],
  SWITCH: [
    ['SWITCH([阶段],"输单",0,"赢单",1)', "1"],
    ["SWITCH(5,1,1)", "null"],
    ["SWITCH(5,1,1,9)", "9"],
  ],
  AND: [
    ["AND(TRUE,[折扣]>1)", "null"],
    ["AND(FALSE,[折扣]>1)", "false"],
  ],
  OR: [
    ["OR(TRUE,[折扣]>1)", "true"],
    ["OR(FALSE,[折扣]>1)", "null"],
  ],
  NOT: [
    ["NOT([已回款])", "false"],
    ["NOT([折扣]>1)", "null"],
  ],
  IN: [
    ['IN([阶段],"输单","赢单")', "true"],
    ["IN([折扣],1)", "null"],
  ],
  ISEMPTY: [
    ["ISEMPTY([折扣])", "true"],
    ['ISEMPTY("")', "true"],
    ["ISEMPTY(0)", "false"],
  ],
  IFEMPTY: [
    ["IFEMPTY([折扣],1)", "1"],
    ["IFEMPTY(1/0,0)", "0"],
  ],
  COALESCE: [['COALESCE("",[名称]&"","x")', " 达标Abc😀 "]],
  ABS: [["ABS(-2.5)", "2.5"]],
  SUM: [
    ["SUM([金额],[折扣],1)", "123457.78"],
    ["SUM([折扣])", "0"],
  ],
  MOD: [
    ["MOD(-3,2)", "1"],
    ["MOD(3,-2)", "-1"],
    ["MOD(3,0)", "null"],
  ],
  INT: [["INT(-2.5)", "-3"]],
  FLOOR: [
    ["FLOOR(129,50)", "100"],
    ["FLOOR(-1.5)", "-2"],
    ["FLOOR(1,0)", "null"],
  ],
  CEILING: [
    ["CEILING(1.2,0.5)", "1.5"],
    ["CEILING(-1.5)", "-1"],
  ],
  POWER: [
    ["POWER(1.005,360)", "6.0225752122632162"],
    ["POWER(0,-1)", "null"],
    ["POWER(-8,0.5)", "null"],
    ["POWER(10,31)", "null"],
    ["POWER(0,0)", "1"],
  ],
  ROUND: [
    ["ROUND(2.675,2)", "2.68"],
    ["ROUND(-1.005,2)", "-1.01"],
    ["ROUND([金额],-2)", "123500"],
    ["ROUND(0.5)", "1"],
  ],
  ROUNDUP: [
    ["ROUNDUP(1.001,2)", "1.01"],
    ["ROUNDUP(-1.1)", "-2"],
  ],
  ROUNDDOWN: [["ROUNDDOWN(-1.99,1)", "-1.9"]],
  MIN: [
    ["MIN([折扣],3,2)", "2"],
    ["MIN([签约日],[创建时间])", "2024-02-29"],
  ],
  MAX: [
    ["MAX([折扣])", "null"],
    ["MAX(1,2)", "2"],
  ],
  LEN: [
    ["LEN([名称])", "8"],
    ["LEN([标签])", "1"],
  ],
  UPPER: [['UPPER("aéß达ｂ")', "AÉß达Ｂ"]],
  LOWER: [['LOWER("AÉ")', "aé"]],
  TRIM: [
    ["TRIM([名称])", "达标Abc😀"],
    ['TRIM("　a ")', "a"],
  ],
  CONCAT: [['CONCAT([客户.行业],"-",1,[折扣])', "制造-1"]],
  CONTAINS: [
    ['CONTAINS([标签],"重点")', "true"],
    ['CONTAINS([名称],"abc")', "false"],
  ],
  STARTSWITH: [['STARTSWITH("13800","138")', "true"]],
  SUBSTITUTE: [
    ['SUBSTITUTE("1-2-3","-","")', "123"],
    ['SUBSTITUTE("a","","x")', "a"],
  ],
  LEFT: [
    ['LEFT("达标😀了",3)', "达标😀"],
    ['LEFT("a",-1)', "null"],
    ['LEFT("ab")', "a"],
  ],
  RIGHT: [
    ['RIGHT("达标😀",1)', "😀"],
    ['RIGHT("ab",9)', "ab"],
  ],
  MID: [
    ['MID("110101199001011234",7,8)', "19900101"],
    ['MID("a",0,1)', "null"],
  ],
  DATE: [
    ["DATE(2024,2,29)", "2024-02-29"],
    ["DATE(2023,2,29)", "null"],
    ["DATE(0,1,1)", "null"],
  ],
  YEAR: [["YEAR([创建时间])", "2025"]],
  QUARTER: [["QUARTER([创建时间])", "4"]],
  MONTH: [["MONTH([创建时间])", "10"]],
  DAY: [["DAY([签约日])", "29"]],
  WEEKDAY: [
    ["WEEKDAY(DATE(2026,3,9))", "1"],
    ["WEEKDAY(DATE(2026,3,15))", "7"],
  ],
  DATEADD: [
    ['DATEADD([签约日],1,"年")', "2025-02-28"],
    ['DATEADD(DATE(2026,1,31),1,"month")', "2026-02-28"],
    ["DATEADD(DATE(9999,12,31),1)", "null"],
  ],
  DATEDIFF: [
    ["DATEDIFF([签约日],DATE(2024,3,1))", "1"],
    ['DATEDIFF(DATE(2026,1,31),DATE(2026,2,28),"月")', "0"],
    ['DATEDIFF(DATE(2026,3,31),DATE(2025,3,31),"year")', "-1"],
  ],
  EOMONTH: [
    ["EOMONTH([签约日],12)", "2025-02-28"],
    ["EOMONTH([签约日])", "2024-02-29"],
  ],
  TODAY: [["TODAY()", "2026-04-01"]],
  NOW: [["NOW()", "2026-03-31T17:30:00.000Z"]],
};

for (const declared of Object.values(FORMULA_CATALOGUE).flat()) {
  test(`[FX-11] ${declared.name} answers as its examples say`, () => {
    const examples = EXAMPLES[declared.name];
    assert.ok(examples, "every function has an example");
    for (const [source, answer] of examples) assert.equal(shown(source), answer, source);
  });
}

function shown(source: string): string {
  const checked = checkFormula(source, sampleScope);
  assert.ok(checked.ok, `${source}: ${JSON.stringify(checked)}`);
  const value = evaluateFormula(checked.formula, (path) => DEAL[path.join(".")] ?? null, CLOCK);
  return Decimal.isDecimal(value) ? value.toFixed() : String(value);
}
