import type { Company } from "../company.ts";
import { callOnce, quantile } from "../load.ts";
import type { Result } from "../result.ts";
import type { Sizes } from "../sizes.ts";

interface Given {
  readonly sizes: Sizes;
  readonly company: Company;
  readonly product: string;
}

const KPI = "signed_amount";
const TIMES = 3;

/**
 * A year of targets split to everybody's weeks and saved in one transaction, asked for as the page does; the windows
 * of the tree that an editor then scrolls through; and one edit of a cell that keeps all levels true.
 */
export async function measureGoalsSplit({ sizes, company, product }: Given): Promise<Result[]> {
  const target = { address: product, token: company.tokens.admin };
  const post = async (path: string, body: unknown, method: "POST" | "PUT" = "POST") => {
    const started = performance.now();
    const answer = await callOnce(undefined, target, { method, path: `api/v1/goals/${path}`, body });
    return { ms: performance.now() - started, answer };
  };
  const first = new Date().getFullYear() + 1;
  const plan = (year: number) =>
    post("year", { kpi: KPI, period: String(year), amount: "12000000000", grain: "week", reason: "bench" });
  const plans: number[] = [];
  for (let round = 0; round <= TIMES; round++) plans.push((await plan(first + round)).ms);
  const again = (await plan(first)).ms;
  const window = { kpi: KPI, period: String(first), grain: "month", limit: 100 };
  const windows: number[] = [];
  for (let round = 0; round <= 10; round++) windows.push((await post("tree", window)).ms);
  const edits: number[] = [];
  for (const [index, id] of company.memberIds.slice(30, 41).entries()) {
    const subject = { kind: "member", id };
    const counter = { kind: "buffer" };
    const body = { kpi: KPI, subject, period: `${first}-03`, amount: `${1000 + index}`, counter, reason: "bench" };
    edits.push((await post("targets", body, "PUT")).ms);
  }
  const [split, shown, edited] = [plans, windows, edits].map((times) => quantile(times.slice(1).sort(ascending), 0.5));
  const people = sizes.members.toLocaleString("en");
  return [
    {
      work: "goals: a year split to people and weeks, saved",
      size: `${people} people × 52 weeks`,
      measured: `${seconds(split)} the first time, ${seconds(again)} planned again`,
      figure: (split ?? 0) / 1000,
      reach: { kind: "at most", value: 2, unit: " s" },
    },
    {
      work: "goals: a window of the tree, 13 columns",
      size: `${people} people`,
      measured: `${shown?.toFixed(0)} ms`,
      figure: shown ?? 0,
      reach: { kind: "at most", value: 100, unit: " ms" },
    },
    {
      work: "goals: one cell edited, the difference put into buffers",
      size: `${people} people`,
      measured: `${edited?.toFixed(0)} ms`,
      figure: edited ?? 0,
      reach: { kind: "at most", value: 100, unit: " ms" },
    },
  ];
}

function ascending(a: number, b: number): number {
  return a - b;
}

function seconds(ms: number | undefined): string {
  return `${((ms ?? 0) / 1000).toFixed(2)} s`;
}
