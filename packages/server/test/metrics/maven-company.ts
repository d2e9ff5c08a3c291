import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemActor } from "@dabiao/core/people/actor.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";
import { parse } from "csv-parse/sync";
import { equip } from "../../src/composition/equip.ts";
import { metricContext } from "../../src/metrics/context.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { world } from "../../src/model/world.ts";
import { accessOf } from "../../src/people/access.ts";
import { createMember } from "../../src/people/member-store.ts";
import { createRootUnit } from "../../src/people/organisation-store.ts";
import { createUnit } from "../../src/people/unit-store.ts";
import { writeRecords } from "../../src/records/write-store.ts";
import { testWorkspace } from "../support/database.ts";

export const MAVEN: string | null = findMaven(dirname(fileURLToPath(import.meta.url)));

/** A real CRM's people, products and deals in a workspace of the test's own. */
export async function mavenCompany(t: Parameters<typeof testWorkspace>[0]) {
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
    for (const row of mavenRows("sales_teams.csv")) {
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
  const catalogue = mavenRows("products.csv");
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
  const deals = mavenRows("sales_pipeline.csv").map((row): WriteOp => ({ op: "create", values: dealOf(row, ids) }));
  assert.equal(deals.length, 8_800);
  for (let from = 0; from < deals.length; from += 2_000) await write("opportunity", deals.slice(from, from + 2_000));
  return { context: metricContext(ws, await world(ws), access, now), names, access, now };
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

export function mavenRows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(MAVEN ?? "", file)), { columns: true, bom: true });
}

/** The shared folder with the real files, if it stands beside the project. */
function findMaven(from: string): string | null {
  const folder = join(from, "shared", "data", "maven_crm");
  if (existsSync(join(folder, "reference"))) return folder;
  return dirname(from) === from ? null : findMaven(dirname(from));
}
