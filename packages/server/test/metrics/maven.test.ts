import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Dimension, MetricQuery, type PeriodSpec } from "@dabiao/core/metrics/query.ts";
import { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";
import { parse } from "csv-parse/sync";
import { equip } from "../../src/composition/equip.ts";
import { metricContext } from "../../src/metrics/context.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { sealMonths } from "../../src/metrics/seal-store.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { world } from "../../src/model/world.ts";
import { accessOf } from "../../src/people/access.ts";
import { createMember } from "../../src/people/member-store.ts";
import { createRootUnit } from "../../src/people/organisation-store.ts";
import { createUnit } from "../../src/people/unit-store.ts";
import { writeRecords } from "../../src/records/write-store.ts";
import { testWorkspace } from "../support/database.ts";

const MAVEN = findMaven(dirname(fileURLToPath(import.meta.url)));

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
  const { context, names } = await loaded(t);
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
      for (const row of rows(`reference/${file}.csv`)) {
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

async function loaded(t: Parameters<typeof testWorkspace>[0]) {
  const now = new Date("2018-01-08T02:00:00Z");
  const { workspace: ws } = await testWorkspace(t, () => now);
  const access = accessOf(systemActor(ws.id, "test", "test"));
  await equip(ws);
  await ws.transaction((trx) => publishAll(trx, access, [...salesSolution], { note: "test" }));
  const defined = await world(ws);
  const names = {
    members: new Map<string, string>(),
    managers: new Map<string, string>(),
    offices: new Map<string, string>(),
    products: new Map<string, string>(),
  };
  const ids = new Map<string, string>();
  await ws.transaction(async (trx) => {
    const root = await createRootUnit(trx, "公司");
    const unitNamed = async (parentId: string, name: string, list: Map<string, string>) => {
      const known = ids.get(`unit/${name}`);
      if (known) return known;
      const { id } = await createUnit(trx, access, { parentId, name, level: null, leaderId: null, sort: 0 });
      list.set(id, name);
      ids.set(`unit/${name}`, id);
      return id;
    };
    for (const row of rows("sales_teams.csv")) {
      const office = await unitNamed(root, row["regional_office"] ?? "", names.offices);
      const unitId = await unitNamed(office, row["manager"] ?? "", names.managers);
      const name = row["sales_agent"] ?? "";
      const { id } = await createMember(trx, access, defined, {
        name,
        email: null,
        phone: null,
        employeeNo: null,
        joinedOn: null,
        unitId,
        roleKeys: [],
      });
      names.members.set(id, name);
      ids.set(`member/${name}`, id);
    }
  });
  const write = async (object: string, ops: WriteOp[]) => {
    const batch = { object, ops, source: "import", cause: "test", onError: "refuse" } as const;
    return (await ws.transaction((trx) => writeRecords(trx, access, batch))).records.map((record) => record?.id ?? "");
  };
  const catalogue = rows("products.csv");
  const products = await write(
    "product",
    catalogue.map((row) => ({
      op: "create",
      values: { name: row["product"], series: row["series"], list_price: row["sales_price"] },
    })),
  );
  for (const [index, id] of products.entries()) {
    const name = catalogue[index]?.["product"] ?? "";
    names.products.set(id, name);
    ids.set(`product/${name}`, id);
  }
  const deals = rows("sales_pipeline.csv").map((row): WriteOp => ({ op: "create", values: dealOf(row, ids) }));
  assert.equal(deals.length, 8_800);
  for (let from = 0; from < deals.length; from += 2_000) await write("opportunity", deals.slice(from, from + 2_000));
  return { context: metricContext(ws, await world(ws), access, now), names };
}

const STAGES: Readonly<Record<string, string>> = {
  Prospecting: "prospecting",
  Engaging: "analysis",
  Won: "won",
  Lost: "lost",
};

function dealOf(row: Readonly<Record<string, string>>, ids: ReadonlyMap<string, string>) {
  const catalogued = row["product"] === "GTXPro" ? "GTX Pro" : row["product"];
  return {
    name: row["opportunity_id"],
    external_no: row["opportunity_id"],
    owner: ids.get(`member/${row["sales_agent"]}`),
    product: ids.get(`product/${catalogued}`),
    stage: STAGES[row["deal_stage"] ?? ""],
    engaged_on: row["engage_date"] || null,
    closed_on: row["close_date"] || null,
    amount: row["close_value"] || null,
  };
}

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(MAVEN ?? "", file)), { columns: true, bom: true });
}

/** The shared folder with the real files, if it stands beside the project. */
function findMaven(from: string): string | null {
  const folder = join(from, "shared", "data", "maven_crm");
  if (existsSync(join(folder, "reference"))) return folder;
  return dirname(from) === from ? null : findMaven(dirname(from));
}
