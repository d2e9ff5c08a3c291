import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { DuplicatePolicy, MissingPolicy } from "@dabiao/core/imports/import.ts";
import { reasonText } from "@dabiao/core/imports/reason-text.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { importFile } from "../imports/import-file.ts";
import { newId } from "../platform/id.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import { type Command, UsageFault } from "./command.ts";
import { withDatabase } from "./with-database.ts";
import { workspaceOf } from "./workspace-of.ts";

export const importCommand: Command = {
  name: "import",
  usage:
    "<file> [--object <key>|people] [--key <field>] [--duplicates update|fill_empty|skip] [--missing refuse|empty|create] [--map <field>:<value>=<value>]… [--sheet <n>] [--check] [--workspace <key>] [--json]",
  summary: {
    zh: "导入 CSV、XLSX、XLS 文件；--check 只检查不写入",
    en: "import a CSV, XLSX or XLS file; --check only tells what would happen",
  },
  flags: {
    object: { type: "string" },
    key: { type: "string" },
    duplicates: { type: "string" },
    missing: { type: "string" },
    map: { type: "string", multiple: true },
    sheet: { type: "string" },
    check: { type: "boolean" },
    workspace: { type: "string" },
  },
  words: { least: 1, most: 1 },
  async run({ config, clock, flags, words: [file = ""] }) {
    const path = resolve(file);
    if (!existsSync(path)) throw new PlainFault(`没有文件 ${path}。`, `There is no file ${path}.`);
    const text = (name: string) => (typeof flags[name] === "string" ? flags[name] : undefined);
    const options = {
      object: text("object"),
      key: text("key"),
      sheet: text("sheet") === undefined ? undefined : Number(text("sheet")),
      duplicates: oneOf(DuplicatePolicy, text("duplicates"), "--duplicates"),
      missing: oneOf(MissingPolicy, text("missing"), "--missing"),
      values: valueMaps(flags["map"] as unknown as readonly string[] | undefined),
      checkOnly: flags["check"] === true,
    };
    return await withDatabase(config, clock, async ({ db }) => {
      const workspace = await workspaceOf(db, flags["workspace"]);
      const actor = systemActor(workspace.id, "command", newId());
      const done = await importFile({ workspace, dataDir: config.dataDir, clock }, actor, path, options);
      const { counts, problems, state } = done;
      const failed = state !== "done" && state !== "checked";
      return {
        result: done,
        failed: failed || counts.failed > 0,
        text: [
          `${state}: +${counts.created} ~${counts.updated} =${counts.unchanged} skipped ${counts.skipped} failed ${counts.failed} / ${counts.total}`,
          ...problems.map(
            (problem) =>
              `${problem.severity} ×${problem.count} ${reasonText(problem, problem.field ?? "", "zh-CN")} [${problem.rows.slice(0, 5).join(", ")}] ${problem.suggestions.join(" / ")}`,
          ),
        ],
      };
    });
  },
};

function oneOf<Value extends string>(
  allowed: { readonly options: readonly Value[] },
  given: string | undefined,
  flag: string,
): Value | undefined {
  if (given === undefined) return undefined;
  const found = allowed.options.find((value) => value === given);
  if (found) return found;
  const list = allowed.options.join(", ");
  throw new UsageFault({ zh: `${flag} 只能是 ${list}。`, en: `${flag} must be one of ${list}.` });
}

/** `product:GTXPro=GTX Pro`, as often as needed. */
function valueMaps(given: readonly string[] | undefined): Record<string, Record<string, string>> {
  const maps: Record<string, Record<string, string>> = {};
  for (const each of given ?? []) {
    const [, field = "", from = "", to = ""] = /^([a-z0-9_]+):(.*?)=(.*)$/.exec(each) ?? [];
    if (!field) throw new UsageFault({ zh: `--map 写成 字段:原值=新值`, en: `write --map as field:value=value` });
    maps[field] = { ...maps[field], [from]: to };
  }
  return maps;
}
