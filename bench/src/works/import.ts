import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Import } from "@dabiao/core/imports/import.ts";
import type { Pool } from "pg";
import copyStreams from "pg-copy-streams";
import type { Company } from "../company.ts";
import { callOnce, quantile } from "../load.ts";
import type { Result } from "../result.ts";
import type { Sizes } from "../sizes.ts";

interface Given {
  readonly sizes: Sizes;
  readonly company: Company;
  readonly pool: Pool;
  readonly product: string;
}

const HEADERS = [
  "external_no",
  "name",
  "customer",
  "product",
  "amount",
  "stage",
  "engaged_on",
  "expected_close_on",
] as const;
const UPDATED = 0.2;
const POLL_MS = 50;

/**
 * A file of deals with two references, a fifth of which are there already with another stage: the product's import
 * against a raw COPY of the same file. A COPY takes a moment, so the middle one of several before and after counts.
 */
export async function measureImport(given: Given): Promise<Result[]> {
  const { sizes, company, pool, product } = given;
  const target = { address: product, token: company.tokens.admin };
  for (let n = 0; n < 200; n++) {
    await callOnce(undefined, target, {
      method: "POST",
      path: "api/v1/objects/customer/records",
      body: { values: { name: `Import customer ${n}` } },
    });
    if (n < 20)
      await callOnce(undefined, target, {
        method: "POST",
        path: "api/v1/objects/product/records",
        body: { values: { name: `Import product ${n}` } },
      });
  }
  await importRows(given, rowsOf(0, Math.floor(sizes.importRows * UPDATED), "analysis"));
  const text = rowsOf(0, sizes.importRows, "proposal");
  const before = [await copyRaw(pool, text), await copyRaw(pool, text), await copyRaw(pool, text)];
  const imported = await importRows(given, text);
  await handedOver(given);
  const after = [await copyRaw(pool, text), await copyRaw(pool, text)];
  const copied = quantile(
    [...before, ...after].sort((a, b) => a - b),
    0.5,
  );
  // All of one stage and the newest of all: left there, every list of another stage would have to read past them.
  await pool.query(`delete from ${company.workspace.schema}.opportunity where external_no is not null`);
  return [
    {
      work: "import, 2 references, 20 % updates",
      size: `${sizes.importRows.toLocaleString("en")} rows`,
      measured: `${seconds(imported.runMs)} (check ${seconds(imported.checkMs)}) against ${seconds(copied)} for COPY`,
      figure: imported.runMs / copied,
      reach: { kind: "at most", value: 6 },
    },
  ];
}

/** What an import leaves to do: its changes are handed to their consumers, its search terms are sorted in. */
async function handedOver({ pool, company }: Given): Promise<void> {
  for (let waiting = true; waiting; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { rows } = await pool.query<{ waiting: boolean }>(
      `select exists (select from ${company.workspace.schema}.change_pending) as waiting`,
    );
    waiting = rows[0]?.waiting ?? false;
  }
}

function rowsOf(from: number, to: number, stage: string): string {
  const lines = [HEADERS.join(",")];
  for (let n = from; n < to; n++) {
    const day = String((n % 28) + 1).padStart(2, "0");
    lines.push(
      `X${n},Imported deal ${n},Import customer ${n % 200},Import product ${n % 20},${1000 + (n % 9000)},${stage},2026-01-${day},2026-06-${day}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

async function importRows({ company, product }: Given, text: string): Promise<{ checkMs: number; runMs: number }> {
  const target = { address: product, token: company.tokens.admin };
  const form = new FormData();
  form.append("file", new Blob([text], { type: "text/csv" }), "opportunity.csv");
  const headers = { authorization: `Bearer ${target.token}` };
  const answer = await fetch(new URL("api/v1/imports", product), { method: "POST", headers, body: form });
  if (!answer.ok) throw new Error(`upload answered ${answer.status}: ${await answer.text()}`);
  const { id } = (await answer.json()) as Import;
  await reach(target, id, "read");
  const mapping = {
    sheet: 0,
    target: { kind: "object", object: "opportunity" },
    key: "external_no",
    duplicates: "update",
    columns: HEADERS.map((field, column) => ({ column, field })),
  };
  const checkStarted = performance.now();
  await callOnce(undefined, target, { method: "PUT", path: `api/v1/imports/${id}/mapping`, body: mapping });
  await reach(target, id, "checked");
  const runStarted = performance.now();
  await callOnce(undefined, target, { method: "POST", path: `api/v1/imports/${id}/run` });
  const done = await reach(target, id, "done");
  if (done.counts.failed > 0)
    throw new Error(`${done.counts.failed} rows failed: ${JSON.stringify(done.problems.slice(0, 3))}`);
  return { checkMs: runStarted - checkStarted, runMs: performance.now() - runStarted };
}

async function reach(target: { address: string; token: string }, id: string, state: Import["state"]): Promise<Import> {
  for (;;) {
    const read = JSON.parse(
      await callOnce(undefined, target, { method: "GET", path: `api/v1/imports/${id}` }),
    ) as Import;
    if (read.state === state) return read;
    if (read.state === "failed") throw new Error(`the import failed: ${JSON.stringify(read.failure)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The same file into a table with the same columns, a primary key and the unique key, names standing for references. */
async function copyRaw(pool: Pool, text: string): Promise<number> {
  const table = `copy_${randomUUID().replaceAll("-", "").slice(0, 8)}`;
  const client = await pool.connect();
  try {
    await client.query(`create table ${table} (id uuid primary key default gen_random_uuid(), external_no text unique, name text, customer text,
      product text, amount numeric, stage text, engaged_on date, expected_close_on date, created_at timestamptz not null default now())`);
    const started = performance.now();
    const copy = client.query(
      copyStreams.from(`copy ${table} (${HEADERS.join(", ")}) from stdin with (format csv, header)`),
    );
    await pipeline(Readable.from([text]), copy);
    const took = performance.now() - started;
    await client.query(`drop table ${table}`);
    return took;
  } finally {
    client.release();
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
