import { systemActor } from "@dabiao/core/people/actor.ts";
import { accessOf } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import { installSolution } from "../solution/solutions.ts";
import type { Command } from "./command.ts";
import { withCompanyData } from "./with-company-data.ts";
import { workspaceOf } from "./workspace-of.ts";

export const solutionInstall: Command = {
  name: "solution install",
  usage: "<key> [--workspace <key>] [--json]",
  summary: {
    zh: "安装随附的方案（sales：B2B 销售），可重复执行",
    en: "install a solution that ships (sales: B2B sales); may be repeated",
  },
  flags: { workspace: { type: "string" } },
  words: { least: 1, most: 1 },
  async run({ config, clock, flags, words: [key = ""] }) {
    return await withCompanyData(config, clock, async ({ db }) => {
      const workspace = await workspaceOf(db, flags["workspace"]);
      const product = accessOf(systemActor(workspace.id, "command", newId()));
      const done = await installSolution(workspace, product, key);
      return {
        result: done,
        text: [
          `已安装 ${done.installed} 项定义，${done.unchanged} 项未变`,
          `Installed ${done.installed} definitions, ${done.unchanged} unchanged`,
        ],
      };
    });
  },
};
