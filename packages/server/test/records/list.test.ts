import assert from "node:assert/strict";
import { test } from "node:test";
import type { Filter, Sort } from "@dabiao/core/records/filter.ts";
import fc from "fast-check";
import { listRecords } from "../../src/records/list-store.ts";
import { company } from "./company.ts";

interface Deal {
  readonly name: string;
  readonly amount: string | null;
  readonly stage: string;
  readonly closed_on: string | null;
}

const deal: fc.Arbitrary<Deal> = fc.record({
  name: fc.constantFrom("甲", "乙", "A", "a", "B"),
  amount: fc
    .option(fc.constantFrom("-1", "0", "2", "10", "10.5"), { nil: null })
    .map((amount) => (amount === "-1" ? "0" : amount)),
  stage: fc.constantFrom("lead", "won", "lost"),
  closed_on: fc.option(fc.constantFrom("2026-01-31", "2026-02-01", "2026-03-09"), { nil: null }),
});

const sorts: fc.Arbitrary<Sort[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(["amount"], ["stage"], ["closed_on"], ["created_at"], ["name"]),
    descending: fc.boolean(),
  }),
  { maxLength: 3, selector: ({ field }) => field[0] },
);

const leaf: fc.Arbitrary<{ filter: Filter; holds(deal: Deal): boolean }> = fc.constantFrom(
  {
    filter: { field: ["amount"], op: "ge", value: "2" },
    holds: ({ amount }: Deal) => amount !== null && Number(amount) >= 2,
  },
  { filter: { field: ["amount"], op: "is_empty" }, holds: ({ amount }: Deal) => amount === null },
  { filter: { field: ["stage"], op: "in", value: ["won", "lost"] }, holds: ({ stage }: Deal) => stage !== "lead" },
  {
    filter: { field: ["closed_on"], op: "ne", value: "2026-02-01" },
    holds: ({ closed_on }: Deal) => closed_on !== "2026-02-01",
  },
  {
    filter: { field: ["closed_on"], op: "period", value: "2026-Q1" },
    holds: ({ closed_on }: Deal) => closed_on !== null,
  },
  {
    filter: { field: ["name"], op: "not_contains", value: "a" },
    holds: ({ name }: Deal) => !name.toLowerCase().includes("a"),
  },
);

test("pages in any order, with ties and empty values, give every matching record once and none else", async (t) => {
  const { ws, system, create, db } = await company(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(deal, { minLength: 1, maxLength: 25 }),
      sorts,
      leaf,
      leaf,
      fc.integer({ min: 1, max: 7 }),
      async (deals, sort, a, b, limit) => {
        await db.pool.query("delete from w_test.deal");
        const ids = await create(system, "deal", ...deals);
        const filter: Filter = { or: [{ and: [a.filter, b.filter] }, { not: a.filter }] };
        const expected = ids.filter((_id, index) => {
          const each = deals[index]!;
          return (a.holds(each) && b.holds(each)) || !a.holds(each);
        });
        const query = { object: "deal", filter, sort, fields: [["name"]], limit };
        const whole = (await listRecords(ws, system, { ...query, limit: 200 })).items.map(({ id }) => id);
        assert.deepEqual([...whole].sort(), [...expected].sort());
        const paged: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page = await listRecords(ws, system, { ...query, ...(cursor ? { cursor } : {}) });
          paged.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        }
        assert.deepEqual(paged, whole);
      },
    ),
    { numRuns: 40 },
  );
});

test("a customer is found by part of the name, by pinyin, by initials and by the end of the phone", async (t) => {
  const { ws, system, create } = await company(t);
  await create(
    system,
    "customer",
    { name: "上海华为技术有限公司", phone: "+8613912345678" },
    { name: "北京中为科技", phone: "+8613800138000" },
    { name: "Acme Trading Ltd", sector: "零售" },
  );
  const find = async (search: string) =>
    (await listRecords(ws, system, { object: "customer", search, fields: [["name"]] })).items
      .map(({ values }) => values["name"])
      .sort();
  const [huawei, zhongwei, acme] = ["上海华为技术有限公司", "北京中为科技", "Acme Trading Ltd"];
  assert.deepEqual(await find("华为"), [huawei]);
  assert.deepEqual(await find("海为"), [], "the letters stand apart in the name");
  assert.deepEqual(await find("huawei"), [huawei]);
  assert.deepEqual(await find("hwjs"), [huawei]);
  assert.deepEqual(await find("bjzw"), [zhongwei]);
  assert.deepEqual(await find("5678"), [huawei]);
  assert.deepEqual(await find("13800138000"), [zhongwei]);
  assert.deepEqual(await find("trad acm"), [acme]);
  assert.deepEqual(await find("零售"), [acme]);
  assert.deepEqual(await find("１３８００"), [zhongwei], "full-width digits");
  assert.deepEqual(await find("上"), [huawei]);
  assert.deepEqual(await find("%"), [acme, huawei, zhongwei].sort(), "signs alone search nothing");
});

test("a condition over a reference reaches only customers in one's own reach", async (t) => {
  const { ws, ids, system, access, create } = await company(t);
  const [mine = "", other = ""] = await create(
    system,
    "customer",
    { name: "甲", sector: "零售", owner: ids.li },
    { name: "乙", sector: "零售", owner: ids.chen },
  );
  await create(
    system,
    "deal",
    { name: "A", customer: mine, owner: ids.li },
    { name: "B", customer: other, owner: ids.li },
  );
  const names = async (filter: Filter) =>
    await listRecords(ws, await access("li"), {
      object: "deal",
      filter,
      fields: [["name"], ["customer"], ["customer", "sector"]],
      sort: [{ field: ["name"] }],
    });
  const retail = await names({ field: ["customer", "sector"], op: "eq", value: "零售" });
  assert.deepEqual(
    retail.items.map(({ values }) => values),
    [{ name: "A", customer: mine, "customer.sector": "零售" }],
  );
  assert.deepEqual(retail.titles, { customer: { [mine]: "甲" } });
  const others = await names({ not: { field: ["customer", "sector"], op: "eq", value: "零售" } });
  assert.deepEqual(
    others.items.map(({ values }) => values),
    [{ name: "B", customer: other, "customer.sector": null }],
  );
  assert.deepEqual(others.titles, { customer: {} });
});
