import { demoOptions } from "../composition/demo-options.ts";
import { removeDemo } from "../solution/demo-company.ts";
import { accountOf } from "./account-of.ts";
import type { Command } from "./command.ts";
import { withCompanyData } from "./with-company-data.ts";

export const demoRemove: Command = {
  name: "demo remove",
  usage: "--email <address> [--json]",
  summary: {
    zh: "删除一个账号的示例公司，不留痕迹",
    en: "remove an account's demo company without traces",
  },
  flags: { email: { type: "string" } },
  required: ["email"],
  words: { least: 0, most: 0 },
  async run({ config, clock, flags }) {
    return await withCompanyData(config, clock, async ({ db }) => {
      const account = await accountOf(db, flags["email"]);
      const removed = await removeDemo(await demoOptions(db, config, clock), account.id);
      const text = removed
        ? ["已删除示例公司", "The demo company is removed"]
        : ["这个账号没有示例公司", "This account has no demo company"];
      return { result: { removed }, text };
    });
  },
};
