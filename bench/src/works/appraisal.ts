import { systemActor } from "@dabiao/core/people/actor.ts";
import { publishAll } from "../../../packages/server/src/model/publish-store.ts";
import { accessOf } from "../../../packages/server/src/people/access.ts";
import type { Company } from "../company.ts";
import { callOnce } from "../load.ts";
import type { Result } from "../result.ts";
import type { Sizes } from "../sizes.ts";

interface Given {
  readonly sizes: Sizes;
  readonly company: Company;
  readonly product: string;
}

const PEOPLE = 2_000;
const KPIS = [
  ["won_amount", "40", "1000000"],
  ["won_count", "20", "10"],
  ["big_deal_amount", "15", "300000"],
  ["engaged_count", "15", "20"],
  ["won_days", "10", "40"],
] as const;

/**
 * An appraisal of 2,000 people by five KPIs computed and saved: figures and evidence of everybody by grouped queries,
 * scored, graded, and frozen in one transaction.
 */
export async function measureAppraisal({ sizes, company, product }: Given): Promise<Result[]> {
  const { workspace, memberIds, tokens } = company;
  const members = memberIds.slice(0, PEOPLE);
  const card = {
    label: { zh: "基准卡", en: "Bench" },
    for: { members },
    items: KPIS.map(([kpi, weight, amount]) => ({
      key: kpi,
      weight,
      rule: { kind: "proportional", attain: { formula: kpi === "won_days" ? "down" : "up" } },
      source: { kind: "kpi", kpi, target: { kind: "fixed", amount } },
    })),
  };
  const plan = { label: { zh: "基准考核", en: "Bench" }, cards: ["bench"], stages: [] };
  const access = accessOf(systemActor(workspace.id, "bench", "bench"));
  const definitions = [
    { kind: "scorecard", key: "bench", body: card },
    { kind: "appraisal_plan", key: "bench", body: plan },
  ];
  await workspace.transaction((trx) => publishAll(trx, access, definitions, { note: "bench" }));
  const target = { address: product, token: tokens.admin };
  const post = async (path: string, body: unknown) =>
    (await callOnce(undefined, target, { method: "POST", path: `api/v1/appraisal/cycles${path}`, body })) as unknown;
  const created = JSON.parse(String(await post("", { plan: "bench", period: lastMonth() }))) as { id: string };
  await post(`/${created.id}/steps`, { to: "goalSetting" });
  await post(`/${created.id}/steps`, { to: "running", force: true, reason: "bench" });
  const started = performance.now();
  await post(`/${created.id}/steps`, { to: "scoring" });
  const seconds = (performance.now() - started) / 1000;
  return [
    {
      work: "appraisal: computed, scored and frozen",
      size: `${members.length.toLocaleString("en")} people × ${KPIS.length} KPIs, ${sizes.deals.toLocaleString("en")} deals`,
      measured: `${seconds.toFixed(2)} s`,
      figure: seconds,
      reach: { kind: "at most", value: 5, unit: " s" },
    },
  ];
}

function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1)).toISOString().slice(0, 7);
}
