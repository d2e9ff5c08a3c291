import type { PackageBody, PackagedDefinition } from "@dabiao/core/model/package.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Solution } from "@dabiao/core/solution/contract.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";
import type { Definer } from "../model/definer.ts";
import { installPackage, listInstalled } from "../model/package-store.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { VERSION } from "../platform/version.ts";

interface Shipped {
  readonly description: Solution["description"];
  readonly pack: PackageBody;
}

/** The solutions that ship with the product. Each is a package like any other. */
const SHIPPED: readonly Shipped[] = [
  {
    description: {
      zh: "线索、客户、商机、拜访、报价、合同、回款、订单，连同指标和 KPI，装好即可用。",
      en: "Leads, customers, deals, visits, quotes, contracts, receipts and orders, with metrics and KPIs.",
    },
    pack: {
      key: "sales",
      version: VERSION,
      label: { zh: "B2B 销售", en: "B2B sales" },
      definitions: salesSolution as readonly unknown[] as PackagedDefinition[],
    },
  },
];

export async function listSolutions(ws: Workspace, definer: Definer): Promise<Solution[]> {
  const installed = new Set((await listInstalled(ws, definer)).map(({ key }) => key));
  return SHIPPED.map(({ pack, description }) => ({
    key: pack.key,
    label: pack.label,
    description,
    objects: countOf(pack, "object"),
    metrics: countOf(pack, "metric"),
    installed: installed.has(pack.key),
  }));
}

/** @throws Refusal `not_found` for a solution that does not ship */
export async function installSolution(ws: Workspace, definer: Definer, key: string) {
  const shipped = SHIPPED.find(({ pack }) => pack.key === key);
  if (!shipped) throw new Refusal("not_found", { what: `solution ${key}` });
  const published = await installPackage(ws, definer, shipped.pack);
  const unchanged = published.filter(({ state }) => state === "unchanged").length;
  return {
    installed: published.length - unchanged,
    unchanged: shipped.pack.definitions.length - published.length + unchanged,
  };
}

function countOf(pack: PackageBody, kind: string): number {
  return pack.definitions.filter((definition) => definition.kind === kind).length;
}
