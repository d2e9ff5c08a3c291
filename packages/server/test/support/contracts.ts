import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract } from "@dabiao/core/platform/contract.ts";

const CORE = fileURLToPath(new URL("../../../core/src/", import.meta.url));

/** Every contract declared in core, by name, so that a new endpoint is documented and fuzzed without being listed anywhere. */
export async function declaredContracts(): Promise<Contract[]> {
  const files = readdirSync(CORE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const declaring = files.filter((name) => /\bcontract\(\{/.test(readFileSync(join(CORE, name), "utf8")));
  const found = new Map<string, Contract>();
  for (const name of declaring.sort()) {
    const exported: Record<string, unknown> = await import(join(CORE, name));
    for (const value of Object.values(exported)) {
      if (!isContract(value)) continue;
      if (found.has(value.name) && found.get(value.name) !== value)
        throw new Error(`two contracts are called ${value.name}`);
      found.set(value.name, value);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isContract(value: unknown): value is Contract {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;
}
