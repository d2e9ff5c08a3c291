import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** What every room exports from its file of that name, by room. */
export async function roomTables<Entry>(name: string): Promise<Map<string, Readonly<Record<string, Entry>>>> {
  const tables = new Map<string, Readonly<Record<string, Entry>>>();
  for (const room of readdirSync(SOURCE)) {
    const file = join(SOURCE, room, name);
    if (!existsSync(file)) continue;
    const exported: Record<string, Readonly<Record<string, Entry>>> = await import(file);
    tables.set(room, Object.assign({}, ...Object.values(exported)));
  }
  return tables;
}
