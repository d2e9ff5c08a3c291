import { claimSetup } from "@dabiao/core/people/sign-in-contract.ts";
import { openPeople } from "../composition/open-people.ts";
import { claimCompany } from "../people/set-up.ts";
import { parsePart } from "../platform/http/parse-request.ts";
import { migrate } from "../platform/postgres/migrate.ts";
import { issueSetupToken } from "../platform/setup-token-store.ts";
import type { Command } from "./command.ts";
import { readPassword } from "./read-password.ts";
import { withDatabase } from "./with-database.ts";

export const setup: Command = {
  name: "setup",
  usage: "--company <name> --email <address> [--name <name>] [--zone Asia/Shanghai] [--json] < password",
  summary: {
    zh: "创建公司和第一个管理员；密码从标准输入或 DABIAO_PASSWORD 读取",
    en: "create the company and its first administrator; the password is read from standard input or DABIAO_PASSWORD",
  },
  flags: {
    company: { type: "string" },
    email: { type: "string" },
    name: { type: "string" },
    zone: { type: "string" },
  },
  required: ["company", "email"],
  words: { least: 0, most: 0 },
  async run({ config, clock, flags }) {
    const password = await readPassword();
    return await withDatabase(config, clock, async ({ db }) => {
      await migrate(db, clock());
      // The machine's own operator needs no printed token; this one takes its place.
      const token = await issueSetupToken(db, clock());
      const claim = parsePart(claimSetup.body!, "body", { ...flags, password, token });
      const made = await claimCompany(await openPeople({ db, publicUrl: config.publicUrl, clock }), claim);
      return {
        result: made,
        text: [
          `已创建公司“${claim.company}”，请用 ${claim.email} 登录`,
          `Created "${claim.company}"; sign in as ${claim.email}`,
        ],
      };
    });
  },
};
