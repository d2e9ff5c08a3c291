import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { ImportFileOptions } from "../../src/imports/import-file.ts";
import { type ImportCompany, importCompany, realData } from "./company.ts";

const maven = realData("maven_crm");
const skip = maven === undefined && "the real files are not here";

const SECTORS: ImportFileOptions = { values: { industry: { technolgy: "Technology" } } };
const PIPELINE: ImportFileOptions = { values: { product: { GTXPro: "GTX Pro" } } };
const file = (...names: string[]) => join(maven ?? "", ...names);

async function bringAll(company: ImportCompany, folder: string) {
  const people = await company.bring(file(folder, "sales_teams.csv"));
  const accounts = await company.bring(file(folder, "accounts.csv"), SECTORS);
  const products = await company.bring(file(folder, "products.csv"));
  const pipeline = await company.bring(file(folder, "sales_pipeline.csv"), PIPELINE);
  return { people, accounts, products, pipeline };
}

const FIGURES = `
  select m.name as agent, to_char(closed_on, 'YYYY-MM') as month, p.name as product, stage, count(*)::int as deals,
    sum(o.amount) as amount, sum(closed_on - engaged_on) as days, count(c.id)::int as customers
  from w.opportunity o join w.member m on m.id = o.owner join w.product p on p.id = o.product
  left join w.customer c on c.id = o.customer group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

test("the four files of a real CRM become 8,800 deals worth 10,005,534 won, with every agent in a team of an office", {
  skip,
}, async (t) => {
  const company = await importCompany(t);
  const { people, accounts, products, pipeline } = await bringAll(company, ".");
  assert.deepEqual([people.state, people.failure, people.problems], ["done", null, []]);
  assert.deepEqual([accounts.counts.created, accounts.problems], [85, []]);
  assert.equal(products.counts.created, 7);
  assert.deepEqual([pipeline.counts.total, pipeline.counts.created, pipeline.counts.failed], [8800, 8800, 0]);
  const won = "select count(*)::int as deals, sum(amount) filter (where stage = 'won') as won from w.opportunity";
  assert.deepEqual(await company.rows(won), [{ deals: 8800, won: "10005534" }]);
  const parents = "select count(parent)::int as parents from w.customer";
  assert.deepEqual(await company.rows(parents), [{ parents: 15 }]);
  const [{ name } = { name: "" }] = await company.rows<{ name: string }>(
    "select name from w.opportunity where external_no = '1C1I7A6R'",
  );
  assert.equal(name, "Cancity GTX Plus Basic");
  const team = await company.rows(`
    select string_agg(u.name, ' / ' order by p.depth desc) as path, max(l.name) filter (where p.depth = 0) as leader
    from w.member m join w.membership s on s.member_id = m.id join w.unit_path p on p.unit_id = s.unit_id
    join w.unit u on u.id = p.ancestor_id left join w.member l on l.id = u.leader_id where m.name = 'Moses Frase'`);
  assert.deepEqual(team, [{ path: "公司 / Central / Dustin Brinkmann", leader: "Dustin Brinkmann" }]);
});

test("before anything is written, the check names 1,480 rows of GTXPro, 1,425 open deals without customer and misspelt sectors", {
  skip,
}, async (t) => {
  const company = await importCompany(t);
  await company.bring(file("sales_teams.csv"));
  await company.bring(file("products.csv"));
  const accounts = await company.bring(file("accounts.csv"), { checkOnly: true });
  const [sector] = accounts.problems;
  assert.deepEqual(
    [sector?.code, sector?.value, sector?.count, sector?.suggestions, sector?.rows.slice(0, 2)],
    ["value_not_option", "technolgy", 12, ["Technology"], [2, 8]],
  );
  await company.bring(file("accounts.csv"), SECTORS);
  const before = await company.print("opportunity");
  const check = await company.bring(file("sales_pipeline.csv"), { checkOnly: true });
  assert.deepEqual(
    check.problems.map(({ code, value, count, suggestions, severity }) => ({
      code,
      value,
      count,
      suggestions,
      severity,
    })),
    [
      { code: "import_not_found", value: "GTXPro", count: 1480, suggestions: ["GTX Pro"], severity: "error" },
      { code: "import_default", value: null, count: 7320, suggestions: [], severity: "warning" },
      { code: "import_open_without", value: null, count: 1425, suggestions: [], severity: "warning" },
    ],
  );
  assert.deepEqual([check.state, check.counts.created, check.counts.failed], ["checked", 7320, 1480]);
  assert.equal(await company.print("opportunity"), before);
});

test("importing the same file again with its key changes nothing, and the variant with month-first dates says the same", {
  skip,
}, async (t) => {
  const company = await importCompany(t);
  await bringAll(company, ".");
  const figures = await company.rows(FIGURES);
  const print = await company.print("opportunity");
  const again = await company.bring(file("sales_pipeline.csv"));
  assert.deepEqual([again.counts.unchanged, again.counts.created, again.counts.updated], [8800, 0, 0]);
  assert.equal(await company.print("opportunity"), print);
  const variant = await company.bring(file("excel_variant", "sales_pipeline.csv"));
  assert.equal(variant.mapping?.columns.find(({ field }) => field === "closed_on")?.dateOrder, "mdy");
  assert.deepEqual([variant.counts.unchanged, variant.counts.failed], [8800, 0]);
  const other = await importCompany(t);
  await bringAll(other, "excel_variant");
  assert.deepEqual(await other.rows(FIGURES), figures);
});

test("an import taken back leaves every table as it was, byte for byte", { skip }, async (t) => {
  const company = await importCompany(t);
  const tables = ["customer", "product", "opportunity", "ownership", "member", "unit", "membership", "unit_path"];
  const prints = async () => Promise.all(tables.map((table) => company.print(table)));
  const empty = await prints();
  const people = await company.bring(file("sales_teams.csv"));
  await company.bring(file("accounts.csv"), SECTORS);
  await company.bring(file("products.csv"));
  const before = await prints();
  const first = await company.bring(file("sales_pipeline.csv"), PIPELINE);
  const between = await prints();
  const changed = await company.bringText(
    "sales_pipeline.csv",
    "opportunity_id,deal_stage,close_value\n1C1I7A6R,Lost,0\nZ063OYW0,Won,4600\nNEW1,Won,1\n",
    { object: "opportunity" },
  );
  assert.deepEqual([changed.counts.updated, changed.counts.created, changed.counts.failed], [2, 0, 1]);
  assert.deepEqual((await company.undo(changed.id)).kept, []);
  assert.deepEqual(await prints(), between);
  assert.deepEqual((await company.undo(first.id)).kept, []);
  assert.deepEqual(await prints(), before);
  const { kept } = await company.undo(people.id);
  assert.deepEqual(kept, []);
  const after = await prints();
  assert.deepEqual(after.slice(4), empty.slice(4));
});
