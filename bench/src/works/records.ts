import type { Pool } from "pg";
import type { Company } from "../company.ts";
import type { Call } from "../load.ts";
import type { Result } from "../result.ts";
import type { Sizes } from "../sizes.ts";
import { compare, perSecond } from "./compare.ts";

interface Given {
  readonly sizes: Sizes;
  readonly company: Company;
  readonly pool: Pool;
  /** Addresses of the product and of the hand-written server. */
  readonly product: string;
  readonly limit: string;
}

const OBJECT = "api/v1/objects/opportunity";
const STAGES = ["prospecting", "analysis", "proposal", "negotiation"] as const;
const COLUMNS = ["name", "customer", "amount", "stage", "expected_close_on", "owner"].map((field) => [field]);

/** Lists of 50 with filter and sort, one record, creations and changes with their log: the product against the limit. */
export async function measureRecords(given: Given): Promise<Result[]> {
  return [...(await lists(given)), await reads(given), await creations(given), await updates(given)];
}

async function lists({ sizes, company, product, limit }: Given): Promise<Result[]> {
  const size = `${sizes.deals.toLocaleString("en")} deals, ${sizes.members.toLocaleString("en")} members`;
  const stage = (index: number) => STAGES[index % STAGES.length] ?? STAGES[0];
  const mine = {
    address: product,
    token: company.tokens.seller,
    next: (index: number): Call => listCall(stage(index)),
  };
  const hand = {
    address: limit,
    next: (index: number): Call => ({ method: "GET", path: `list?stage=${stage(index)}&owners=${company.seller}` }),
  };
  const own = await compare(sizes, mine, hand);
  const admin = await compare(sizes, mine, { ...mine, token: company.tokens.admin });
  return [
    {
      work: "list 50, filter + sort, own records",
      size,
      measured: `${perSecond(own.first)} against ${perSecond(own.second)}`,
      figure: own.first.rate / own.second.rate,
      reach: { kind: "at least", value: 0.5 },
    },
    {
      work: "the same list: member's time ÷ admin's",
      size,
      measured: `${admin.first.medianMs.toFixed(2)} ms against ${admin.second.medianMs.toFixed(2)} ms`,
      figure: admin.first.medianMs / admin.second.medianMs,
      reach: { kind: "at most", value: 1.5 },
    },
  ];
}

function listCall(stage: string): Call {
  const body = {
    fields: COLUMNS,
    filter: { field: ["stage"], op: "eq", value: stage },
    sort: [{ field: ["created_at"], descending: true }],
    limit: 50,
  };
  return { method: "POST", path: `${OBJECT}/query`, body };
}

async function reads({ sizes, company, pool, product, limit }: Given): Promise<Result> {
  const ids = await someDeals(pool, company);
  const id = (index: number) => ids[index % ids.length];
  const mine = {
    address: product,
    token: company.tokens.admin,
    next: (index: number): Call => ({ method: "GET", path: `${OBJECT}/records/${id(index)}` }),
  };
  const hand = { address: limit, next: (index: number): Call => ({ method: "GET", path: `get/${id(index)}` }) };
  return ratio("get one", sizes, await compare(sizes, mine, hand), 0.5);
}

async function creations({ sizes, company, pool, product, limit }: Given): Promise<Result> {
  const schema = company.workspace.schema;
  const { rows } = await pool.query<{ customer: string; product: string }>(
    `select customer, product from ${schema}.opportunity limit 50`,
  );
  const values = (index: number) => ({
    name: `New ${index}`,
    ...rows[index % rows.length],
    amount: "12345.67",
    stage: "proposal",
    engaged_on: "2026-03-02",
  });
  const mine = {
    address: product,
    token: company.tokens.admin,
    next: (index: number): Call => ({ method: "POST", path: `${OBJECT}/records`, body: { values: values(index) } }),
  };
  const hand = {
    address: limit,
    next: (index: number): Call => ({ method: "POST", path: "create", body: values(index) }),
  };
  return ratio("create, with change log", sizes, await compare(sizes, mine, hand), 0.4);
}

async function updates({ sizes, company, pool, product, limit }: Given): Promise<Result> {
  const ids = await someDeals(pool, company);
  const id = (index: number) => ids[(index * 13) % ids.length];
  const amount = (index: number) => String(1000 + index);
  const mine = {
    address: product,
    token: company.tokens.admin,
    next: (index: number): Call => ({
      method: "PATCH",
      path: `${OBJECT}/records/${id(index)}`,
      body: { values: { amount: amount(index) } },
    }),
  };
  const hand = {
    address: limit,
    next: (index: number): Call => ({ method: "PATCH", path: `update/${id(index)}`, body: { amount: amount(index) } }),
  };
  return ratio("update, with change log", sizes, await compare(sizes, mine, hand), 0.4);
}

async function someDeals(pool: Pool, company: Company): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from ${company.workspace.schema}.opportunity order by id limit 5000`,
  );
  return rows.map(({ id }) => id);
}

function ratio(
  work: string,
  sizes: Sizes,
  { first, second }: Awaited<ReturnType<typeof compare>>,
  reach: number,
): Result {
  return {
    work,
    size: `${sizes.deals.toLocaleString("en")} deals`,
    measured: `${perSecond(first)} against ${perSecond(second)}`,
    figure: first.rate / second.rate,
    reach: { kind: "at least", value: reach },
  };
}
