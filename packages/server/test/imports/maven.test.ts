import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { ImportFileOptions } from "../../src/imports/import-file.ts";
import { type ImportCompany, importCompany, realData } from "./company.ts";

const maven = realData("maven_crm");
const skip = maven === undefined && "the real files are not here";

const SECTORS: ImportFileOptions = { values: { industry: { technolgy: "technology" } } };
const PIPELINE: ImportFileOptions = { values: { product: { GTXPro: "GTX Pro" } } };
const file = (...names: string[]) => join(maven ?? "", ...names);

async function bringAll(company: ImportCompany, folder: string) {
  const people = await company.bring(file(folder, "sales_teams.csv"));
  const accounts = await company.bring(file(folder, "accounts.csv"), SECTORS);
  const products = await company.bring(file(folder, "products.csv"));
  const pipeline = await company.bring(file(folder, "sales_pipeline.csv"), PIPELINE);
  return { people, accounts, products, pipeline };
}

const WON = "select count(*)::int as deals, sum(amount) filter (where stage = 'won') as won from w.opportunity";

test("the four files of a real CRM become 8,800 deals worth 10,005,534 won, and can be taken back", {
  skip,
}, async (t) => {
  const company = await importCompany(t);
  const { people, accounts, products, pipeline } = await bringAll(company, ".");
  assert.deepEqual([people.state, people.failure, people.problems], ["done", null, []]);
  assert.deepEqual([accounts.counts.created, accounts.problems], [85, []]);
  assert.equal(products.counts.created, 7);
  assert.deepEqual(pipeline.counts, {
    total: 8800,
    done: 8800,
    created: 8800,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
  });
  assert.deepEqual(await company.rows(WON), [{ deals: 8800, won: "10005534" }]);
});
