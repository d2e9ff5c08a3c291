import { demoOptions } from "../composition/demo-options.ts";
import { loadDemo } from "../solution/demo-company.ts";
import { accountOf } from "./account-of.ts";
import type { Command } from "./command.ts";
import { withCompanyData } from "./with-company-data.ts";

export const demoLoad: Command = {
  name: "demo load",
  usage: "--email <address> [--json]",
  summary: {
    zh: "为一个账号生成示例公司，与自己的公司分开",
    en: "make the demo company for an account, apart from its own company",
  },
  flags: { email: { type: "string" } },
  required: ["email"],
  words: { least: 0, most: 0 },
  async run({ config, clock, flags }) {
    return await withCompanyData(config, clock, async ({ db }) => {
      const account = await accountOf(db, flags["email"]);
      const workspaceId = await loadDemo(await demoOptions(db, config, clock), account);
      return {
        result: { workspaceId },
        text: [
          "已生成示例公司，登录后在公司列表里切换过去",
          "The demo company is there; sign in and switch to it in the list of companies",
        ],
      };
    });
  },
};
