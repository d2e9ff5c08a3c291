import assert from "node:assert/strict";
import { test } from "node:test";
import { type Dimension, MetricQuery, type PeriodSpec } from "@dabiao/core/metrics/query.ts";
import { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { sealMonths } from "../../src/metrics/seal-store.ts";
import { MAVEN, mavenCompany, mavenRows } from "./maven-company.ts";

/** The reference's columns, the metric that answers for each, and the places it was printed to. */
const COLUMNS = [
  ["won_deals", "won_count", 0],
  ["lost_deals", "lost_count", 0],
  ["win_rate", "win_rate", 6],
  ["won_value", "won_amount", 0],
  ["avg_won_value", "average_won", 4],
  ["avg_days_won", "won_days", 4],
  ["avg_days_lost", "lost_days", 4],
  ["avg_days_closed", "closed_days", 4],
  ["median_days_won", "median_won_days", 1],
] as const;

const EVER: PeriodSpec = { from: "2016-01-01", to: "2018-01-01" };
const member: Dimension = { kind: "member" };
const unit: Dimension = { kind: "unit" };
const month: Dimension = { kind: "period", grain: "month" };
const quarter: Dimension = { kind: "period", grain: "quarter" };
const product: Dimension = { kind: "field", path: ["product"] };

const TABLES: readonly {
  file: string;
  by: Dimension[];
  key: string[];
  names?: "members" | "managers" | "offices" | "products";
  period: PeriodSpec;
}[] = [
  { file: "agent_month", by: [member, month], key: ["sales_agent", "close_month"], names: "members", period: "2017" },
  {
    file: "agent_quarter",
    by: [member, quarter],
    key: ["sales_agent", "close_quarter"],
    names: "members",
    period: "2017",
  },
  { file: "agent_total", by: [member], key: ["sales_agent"], names: "members", period: EVER },
  {
    file: "manager_quarter",
    by: [unit, quarter],
    key: ["manager", "close_quarter"],
    names: "managers",
    period: "2017",
  },
  { file: "manager_total", by: [unit], key: ["manager"], names: "managers", period: EVER },
  {
    file: "office_quarter",
    by: [unit, quarter],
    key: ["regional_office", "close_quarter"],
    names: "offices",
    period: "2017",
  },
  { file: "office_total", by: [unit], key: ["regional_office"], names: "offices", period: EVER },
  { file: "product_total", by: [product], key: ["product"], names: "products", period: EVER },
  { file: "month_total", by: [month], key: ["close_month"], period: "2017" },
  { file: "quarter_total", by: [quarter], key: ["close_quarter"], period: "2017" },
];

test("a real CRM's figures by agent, manager, office, product, month and quarter equal the printed reference", {
  skip: MAVEN === null,
}, async (t) => {
  const { context, names } = await mavenCompany(t);
  let compared = 0;
  for (const sealed of [false, true]) {
    if (sealed) assert.ok((await sealMonths(context.ws, context.world, context.reader.now)) > 0);
    for (const { file, by, key, names: of, period } of TABLES) {
      const metrics = COLUMNS.map(([, metric]) => metric);
      const answer = await answerMetrics(context, MetricQuery.parse({ metrics, by, period }));
      const cells = new Map(
        answer.rows.map(({ key: [first, ...rest], values }) => [
          [of ? (names[of].get(first ?? "") ?? "") : first, ...rest].join("/"),
          values,
        ]),
      );
      for (const row of mavenRows(`reference/${file}.csv`)) {
        const values = cells.get(key.map((column) => row[column]).join("/"));
        for (const [index, [column, , places]] of COLUMNS.entries()) {
          assert.ok(
            prints(values?.[index] ?? null, row[column] ?? "", places),
            `${file} ${key.map((each) => row[each])} ${column}: ${values?.[index]} for ${row[column]}`,
          );
          compared++;
        }
      }
    }
    const total = await answerMetrics(
      context,
      MetricQuery.parse({ metrics: ["won_amount", "won_count", "lost_count"], period: EVER }),
    );
    assert.deepEqual(total.total, ["10005534", "4238", "2473"]);
  }
  assert.equal(compared, 9_288);
});

/** Whether a value prints as the reference does; at an exact tie either neighbour is right, as the reference rounds in binary. */
function prints(value: string | null, printed: string, places: number): boolean {
  if (value === null || printed === "") return value === null && printed === "";
  return new Decimal(value).minus(printed).abs().times(2).lte(new Decimal(10).pow(-places));
}
