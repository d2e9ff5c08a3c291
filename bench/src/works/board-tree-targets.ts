import type { Company } from "../company.ts";
import { callOnce } from "../load.ts";
import { TREE_KPIS } from "./board-tree-by-hand.ts";

/** The company's target, and how it is handed down: rates and averages are the same for everybody. */
const TARGETS: Readonly<Record<(typeof TREE_KPIS)[number], readonly [amount: string, method: "even" | "copy"]>> = {
  won_amount: ["3000000000", "even"],
  won_count: ["80000", "even"],
  win_rate: ["0.5", "copy"],
  engaged_count: ["200000", "even"],
  average_won: ["100000", "copy"],
};

/** Targets of everybody for a month, given by the product itself: set for the company, then split into people. */
export async function giveTargets(product: string, { tokens }: Company, period: string): Promise<void> {
  const target = { address: product, token: tokens.admin };
  for (const kpi of TREE_KPIS) {
    const [amount, method] = TARGETS[kpi];
    const place = { kpi, subject: { kind: "company" }, period, reason: "bench" };
    await callOnce(undefined, target, { method: "PUT", path: "api/v1/goals/targets", body: { ...place, amount } });
    const split = { ...place, into: { kind: "members" }, method: { kind: method } };
    await callOnce(undefined, target, { method: "PUT", path: "api/v1/goals/targets/split", body: split });
  }
}
