import type { TestContext } from "node:test";
import { type Subject, TargetSetting, TargetSplit } from "@dabiao/core/goals/target.ts";
import { postSplit, readSplitBasis } from "../../src/goals/split.ts";
import { listTargets, setTarget } from "../../src/goals/targets.ts";
import { type Company, company, wonDeals } from "../metrics/company.ts";

export const METRICS = {
  won_amount: { ...wonDeals("sum"), dimensions: [["product", "series"]] },
  average: wonDeals("avg"),
};
export const KPIS = {
  won: { metric: "won_amount", type: "result", step: "0.01" },
  ticket: { metric: "average", type: "result", step: "1" },
};
export const COMPANY: Subject = { kind: "company" };

export function deal(owner: string, sum: string, closed_on: string) {
  return { op: "create", values: { owner, amount: sum, closed_on, stage: "won" } } as const;
}

/** A company with a target of 200 in March, halved between the offices' first teams through its units. */
export async function planned(t: TestContext): Promise<Company> {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  await set(of, COMPANY, "2026-03", "200");
  const [east = "", west = ""] = of.units.offices;
  await split(of, COMPANY, "2026-03", { kind: "units" }, { kind: "even" });
  for (const [office, team] of [
    [east, of.units.teams[0] ?? ""],
    [west, of.units.teams[2] ?? ""],
  ] as const)
    await split(
      of,
      { kind: "unit", id: office },
      "2026-03",
      { kind: "units" },
      { kind: "weights", weights: { [team]: "1" } },
    );
  return of;
}

export async function set(
  of: Company,
  subject: Subject,
  period: string,
  amount_: string,
  counter?: object,
  kpi = "won",
) {
  const given = { kpi, subject, period, amount: amount_, reason: "测试", ...(counter ? { counter } : {}) };
  const world = await of.world();
  return await of.ws.transaction((trx) => setTarget(trx, of.access, world, TargetSetting.parse(given)));
}

export async function split(
  of: Company,
  subject: Subject,
  period: string,
  into: object,
  method: object,
  more: object = {},
  kpi = "won",
) {
  const wanted = TargetSplit.parse({ kpi, subject, period, into, method, reason: "测试", ...more });
  const basis = await readSplitBasis(await of.context(), wanted);
  return await of.ws.transaction((trx) => postSplit(trx, of.access, wanted, basis));
}

export async function target(of: Company, subject: Subject, period: string) {
  const all = await listTargets(of.ws, of.access, await of.world(), { kpi: "won", period });
  return all.find((each) => JSON.stringify(each.subject) === JSON.stringify(subject));
}

export async function amount(of: Company, subject: Subject, period: string): Promise<string | undefined> {
  return (await target(of, subject, period))?.amount;
}

export async function people(of: Company, subject: Subject, period: string) {
  const { amount: made, buffer, residue, stale } = (await target(of, subject, period))?.people ?? {};
  return { amount: made, buffer, residue, stale };
}
