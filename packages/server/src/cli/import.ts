import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Import } from "@dabiao/core/imports/import.ts";
import { reasonText } from "@dabiao/core/imports/reason-text.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { importFile } from "../imports/import-file.ts";
import { newId } from "../platform/id.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import type { Command } from "./command.ts";
import { importOptions } from "./import-options.ts";
import { withCompanyData } from "./with-company-data.ts";
import { workspaceOf } from "./workspace-of.ts";

export const importCommand: Command = {
  name: "import",
  usage:
    "<file> [--object <key>|people] [--key <field>] [--duplicates update|fill_empty|skip] [--missing refuse|empty|create] [--map <field>:<value>=<value>]… [--mapping <file.json>] [--sheet <n>] [--check] [--workspace <key>] [--json]",
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
    mapping: { type: "string" },
    sheet: { type: "string" },
    check: { type: "boolean" },
    workspace: { type: "string" },
  },
  words: { least: 1, most: 1 },
  async run({ config, clock, flags, words: [file = ""] }) {
    const path = resolve(file);
    if (!existsSync(path)) throw new PlainFault(`没有文件 ${path}。`, `There is no file ${path}.`);
    const options = { ...importOptions(flags), checkOnly: flags["check"] === true };
    return await withCompanyData(config, clock, async ({ db }) => {
      const workspace = await workspaceOf(db, flags["workspace"]);
      const actor = systemActor(workspace.id, "command", newId());
      const done = await importFile({ workspace, dataDir: config.dataDir, clock }, actor, path, options);
      const ended = done.state === "done" || done.state === "checked";
      return {
        result: done,
        failed: !ended || done.counts.failed > 0,
        text: [...countLines(done), ...faultLines(done)],
      };
    });
  },
};

function countLines({ state, counts }: Import): string[] {
  const { total, created, updated, unchanged, skipped, failed } = counts;
  const zh = state === "checked" ? "检查完毕，尚未写入" : "导入完毕";
  const en = state === "checked" ? "Checked, nothing written" : "Imported";
  return [
    `${zh}：共 ${total} 行，新增 ${created}，更新 ${updated}，未变 ${unchanged}，跳过 ${skipped}，有误 ${failed}`,
    `${en}: ${total} rows, ${created} new, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped, ${failed} faulty`,
  ];
}

function faultLines({ problems }: Import): string[] {
  return problems.map((problem) => {
    const field = problem.field ?? "";
    const said = `${reasonText(problem, field, "zh-CN")} / ${reasonText(problem, field, "en")}`;
    const where = `${problem.count}× (${problem.rows.slice(0, 5).join(", ")}${problem.count > 5 ? " …" : ""})`;
    const meant = problem.suggestions.length > 0 ? ` → ${problem.suggestions.join(" | ")}?` : "";
    return `${problem.severity === "error" ? "✖" : "!"} ${where} ${said}${meant}`;
  });
}
