import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { DuplicatePolicy, MissingPolicy } from "@dabiao/core/imports/import.ts";
import { Key } from "@dabiao/core/platform/text.ts";
import { z } from "zod";
import type { ImportFileOptions } from "../imports/import-file.ts";
import { parsePart } from "../platform/http/parse-request.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import { type Flags, UsageFault } from "./command.ts";

const Options = z.strictObject({
  object: Key.optional(),
  sheet: z.coerce.number().int().min(0).max(200).optional(),
  key: Key.optional(),
  duplicates: DuplicatePolicy.optional(),
  missing: MissingPolicy.optional(),
  columns: z.record(z.string(), Key.nullable()).optional(),
  values: z.record(Key, z.record(z.string(), z.string())).optional(),
});

/** What the flags say of an import; what they leave open is taken from the file of `--mapping`. */
export function importOptions(flags: Flags): ImportFileOptions {
  const given = { ...flags, values: valueMaps(flags["map"]) };
  const named = Object.keys(Options.shape).flatMap((name) => {
    const value = given[name as keyof typeof given];
    return value === undefined ? [] : [[name, value] as const];
  });
  const filed = typeof flags["mapping"] === "string" ? readJson(flags["mapping"]) : {};
  return parsePart(Options, "options", { ...filed, ...Object.fromEntries(named) });
}

function readJson(file: string): object {
  const path = resolve(file);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as object;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainFault(`读不了对应关系文件 ${path}：${reason}`, `The mapping file ${path} cannot be read: ${reason}`);
  }
}

/** `product:GTXPro=GTX Pro`, as often as needed. */
function valueMaps(given: Flags[string]): Record<string, Record<string, string>> | undefined {
  if (!Array.isArray(given)) return undefined;
  const maps: Record<string, Record<string, string>> = {};
  for (const each of given as readonly string[]) {
    const [, field, from = "", to = ""] = /^([a-z0-9_]+):(.*?)=(.*)$/.exec(each) ?? [];
    if (!field) {
      throw new UsageFault({
        zh: `--map 写成 字段:原值=新值，而不是“${each}”。`,
        en: `Write --map as field:value=value, not "${each}".`,
      });
    }
    maps[field] = { ...maps[field], [from]: to };
  }
  return maps;
}
