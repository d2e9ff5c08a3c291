import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { DATE_BASIS_WORDS } from "@dabiao/core/metrics/date-basis.ts";
import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import { lintCard } from "@dabiao/core/metrics/lint/lint-card.ts";
import { lintKpi } from "@dabiao/core/metrics/lint/lint-kpi.ts";
import { type KpiBody, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { leaderCards } from "@dabiao/sales/cards/leaders.ts";
import { sellerCards } from "@dabiao/sales/cards/sellers.ts";
import { GUIDE_HEADS } from "@dabiao/sales/kpis/define.ts";
import { KPI_GROUPS } from "@dabiao/sales/kpis/library.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";

const PAGE = fileURLToPath(new URL("../../../docs/kpi-library.md", import.meta.url));
const metrics = new Map(
  salesSolution.filter(({ kind }) => kind === "metric").map(({ key, body }) => [key, MetricBody.parse(body)]),
);
const TYPES = { result: "结果 result", process: "过程 process", support: "支持 support" } as const;
const DIRECTIONS = {
  up: "越高越好 ↑ higher is better",
  down: "越低越好 ↓ lower is better",
  band: "区间 ↔ within a band",
};

const HEAD = `# KPI 库 · KPI library

销售方案自带 ${KPI_GROUPS.flatMap(({ kpis }) => [...kpis]).length} 个 KPI，装好即可用，也可以改。「绩效 → 指标库」里的说明与本页相同。每张记分卡从中选 3 到 5 个，结果和过程都要有。
The sales solution brings these KPIs, ready to use and to change; the library in the product shows the same words. A card takes three to five of them, results and process both.

三种回款率各有各的名字，不要混用：**当期到期回收率**看催收及时，**累计回款率**看整体健康，**开票回款率**看票款匹配。三者都可能超过 100%，分母为 0 时没有数据。
The three collection rates have names of their own: of dues (in time), cumulative (health), over invoiced (invoices turned to cash). Each may exceed 100 %; without a denominator there is no figure.

`;

test("docs/kpi-library.md says of every KPI what the library says (UPDATE=1 writes it anew)", () => {
  const groups = KPI_GROUPS.map(({ label, kpis }) => {
    const parts = [...kpis].map(({ key, body }) => sectionOf(key, body));
    return `## ${label.zh} · ${label.en}\n\n${parts.join("\n")}`;
  });
  const page = `${HEAD}${groups.join("\n")}`;
  if (process.env["UPDATE"]) writeFileSync(PAGE, page);
  assert.equal(readFileSync(PAGE, "utf8"), page);
});

test("the library has sixty KPIs and more of all three types, no two of one name or one measure, each with four parts in both languages", () => {
  const all = KPI_GROUPS.flatMap(({ kpis }) => [...kpis]);
  assert.ok(all.length >= 60);
  assert.deepEqual(new Set(all.map(({ body }) => body.type)), new Set(["result", "process", "support"]));
  const measures = all.map(({ body }) => JSON.stringify(metrics.get(body.metric)?.measure));
  for (const names of [all.map(({ body }) => body.label.zh), all.map(({ body }) => body.label.en)])
    assert.equal(new Set(names).size, all.length);
  assert.equal(new Set(measures.filter((measure) => !measure.includes('"manual"'))).size + 3, all.length);
  for (const { key, body } of all) {
    for (const locale of ["zh", "en"] as const) assert.equal(body.help?.[locale]?.split("\n").length, 4, key);
    assert.ok(body.owner && body.group && (body.tags?.length ?? 0) > 0, key);
  }
});

test("[K-02] no KPI of the library has anything against it", () => {
  const faults = KPI_GROUPS.flatMap(({ kpis }) => [...kpis]).flatMap(({ key, body }) => {
    const tree = metricTree(body.metric, (metric) => metrics.get(metric));
    const found = lintKpi(body, { metric: metrics.get(body.metric), tree });
    return found.filter(({ level }) => level !== "pass").map(({ code, params }) => ({ key, code, params }));
  });
  assert.deepEqual(faults, []);
});

test("every card of the solution has three to five lines of results and process that make 100", () => {
  const kpis = new Map(KPI_GROUPS.flatMap((group) => [...group.kpis]).map(({ key, body }) => [key, body]));
  for (const { key, body } of [...sellerCards, ...leaderCards]) {
    const scored = body.items.filter(({ kind }) => kind === "scored");
    const lines = scored.map(({ key: item, label, weight, source }) => {
      const kpi = source.kind === "kpi" ? kpis.get(source.kpi) : undefined;
      const name = kpi?.label ?? label ?? { zh: item };
      return { key: item, label: name, kpi: kpi ? item : null, type: kpi?.type ?? null, weight };
    });
    const found = lintCard({ items: lines }).filter(({ level }) => level !== "pass");
    assert.deepEqual(found, [], key);
  }
});

function sectionOf(key: string, { label, help, type, tags, metric }: KpiBody): string {
  const body = metrics.get(metric);
  assert.ok(body && help, key);
  const [zh, en] = [partsOf(help.zh), partsOf(help.en ?? "")];
  const rows = GUIDE_HEADS.zh.map((head, at) => `| ${head}<br>${GUIDE_HEADS.en[at]} | ${zh[at]}<br>${en[at]} |`);
  const facts = [
    TYPES[type],
    DIRECTIONS[body.direction],
    basisOf(metric),
    `\`${key}\``,
    ...(tags ?? []).map((tag) => `#${tag}`),
  ];
  return `### ${label.zh} · ${label.en}\n\n${facts.filter((fact) => fact !== "").join(" · ")}\n\n| | |\n| --- | --- |\n${rows.join("\n")}\n`;
}

function partsOf(help: string): string[] {
  return help.split("\n").map((line) => line.replace(/^[^：:]+(：|: )/, "").replaceAll("|", "\\|"));
}

function basisOf(metric: string): string {
  const tree = metricTree(metric, (key) => metrics.get(key));
  const bases = new Set(leavesOf(tree).flatMap((leaf) => (leaf.kind === "aggregate" ? [leaf.measure.basis] : [])));
  const words = [...bases].flatMap((basis) =>
    basis ? [`${DATE_BASIS_WORDS[basis].zh} ${DATE_BASIS_WORDS[basis].en}`] : [],
  );
  return words.length === 0 ? "手工录入 entered by hand" : words.join("、");
}
