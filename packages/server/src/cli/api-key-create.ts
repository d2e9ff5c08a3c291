import { systemActor } from "@dabiao/core/people/actor.ts";
import { NewApiKey } from "@dabiao/core/people/api-key.ts";
import { issueApiKey } from "../people/api-key-store.ts";
import { memberByEmail } from "../people/member-email-store.ts";
import { parsePart } from "../platform/http/parse-request.ts";
import { newId } from "../platform/id.ts";
import type { Command } from "./command.ts";
import { withCompanyData } from "./with-company-data.ts";
import { workspaceOf } from "./workspace-of.ts";

export const apiKeyCreate: Command = {
  name: "api-key create",
  usage: "<name> --member <email> --role <key>[,<key>] [--days 365] [--workspace <key>] [--json]",
  summary: { zh: "为一名成员创建 API 密钥；只显示这一次", en: "create an API key for a member; it is shown only once" },
  flags: {
    member: { type: "string" },
    role: { type: "string" },
    days: { type: "string" },
    workspace: { type: "string" },
  },
  required: ["member", "role"],
  words: { least: 1, most: 1 },
  async run({ config, clock, flags, words: [name] }) {
    const days = flags["days"] === undefined ? undefined : Number(flags["days"]);
    const wanted = parsePart(NewApiKey, "body", { name, roleKeys: String(flags["role"]).split(","), days });
    return await withCompanyData(config, clock, async ({ db }) => {
      const workspace = await workspaceOf(db, flags["workspace"]);
      const actor = systemActor(workspace.id, "command", newId());
      const key = await workspace.transaction(async (trx) => {
        const memberId = await memberByEmail(trx, String(flags["member"]));
        return await issueApiKey(trx, actor, { memberId, wanted });
      });
      return { result: key, text: [key.text] };
    });
  },
};
