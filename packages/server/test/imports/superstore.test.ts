import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { queryMetrics } from "../../src/metrics/query.ts";
import { type ImportCompany, importCompany, realData } from "./company.ts";

const superstore = realData("superstore_zh");
const skip = superstore === undefined && "the real files are not here";
const file = (...names: string[]) => join(superstore ?? "", ...names);

/** Net sales by month and the lines, without the ids that differ between two companies. */
async function figures(company: ImportCompany) {
  const query = MetricQuery.parse({
    metrics: ["order_amount", "returned_amount", "net_order_amount"],
    by: [{ kind: "period", grain: "month" }],
    period: { from: "2010-01-01", to: "2030-01-01" },
  });
  const { rows, total } = await queryMetrics(company.ws, company.access, query);
  const lines = await company.rows(`
    select line_no, order_no, l.ordered_on, l.amount, l.discount, l.profit, l.quantity, c.name as customer, p.name as product
    from w.order_line l join w.order o on o.id = l.order join w.customer c on c.id = l.customer
    left join w.product p on p.id = l.product order by line_no`);
  return { rows, total, lines };
}

test("the .xls workbook and the GB18030 files of one shop give the same figures, returns net on their own day", {
  skip,
}, async (t) => {
  const workbook = await importCompany(t);
  const orders = await workbook.bring(file("示例-超市.xls"), { sheet: 0 });
  assert.deepEqual([orders.failure, orders.problems.filter(({ severity }) => severity === "error")], [null, []]);
  assert.equal(orders.counts.created, 10_000);
  assert.deepEqual(orders.mapping?.target, { kind: "object", object: "order_line" });
  const returns = await workbook.bring(file("示例-超市.xls"), { sheet: 1 });
  assert.deepEqual(
    [returns.mapping?.target, returns.counts.created],
    [{ kind: "object", object: "return_order" }, 296],
  );
  assert.deepEqual(
    returns.problems.map(({ code, params }) => [code, params["zh"]]),
    [["import_default", "订单 · 订单日期"]],
  );
  const people = await workbook.bring(file("示例-超市.xls"), { sheet: 2 });
  assert.deepEqual([people.mapping?.target, people.problems], [{ kind: "people" }, []]);

  const texts = await importCompany(t);
  const csv = await texts.bring(file("gbk", "orders.csv"));
  assert.equal(csv.encoding, "gb18030");
  assert.equal((await texts.bring(file("gbk", "returns.csv"))).counts.created, 296);
  await texts.bring(file("gbk", "people.csv"));

  const [one, other] = [await figures(workbook), await figures(texts)];
  assert.deepEqual(one, other);
  assert.equal(one.lines.length, 10_000);
  const [parent] = await workbook.rows(
    "select ordered_on, ship_mode, region from w.order where order_no = 'US-2017-1357144'",
  );
  assert.deepEqual(parent, { ordered_on: "2017-04-27", ship_mode: "二级", region: "华东" });
  const leaders =
    "select u.name as unit, m.name as leader from w.unit u join w.member m on m.id = u.leader_id where u.name = '东北'";
  assert.deepEqual(await workbook.rows(leaders), [{ unit: "东北", leader: "楚杰" }]);
});
