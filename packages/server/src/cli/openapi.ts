import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { openApiDocument } from "@dabiao/core/openapi/document.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { buildApp } from "../app.ts";
import { describedObjects } from "../composition/described-objects.ts";
import { newId } from "../platform/id.ts";
import { createLog } from "../platform/log/log.ts";
import { VERSION } from "../platform/version.ts";
import type { Command } from "./command.ts";
import { withCompanyData } from "./with-company-data.ts";
import { workspaceOf } from "./workspace-of.ts";

export const openapi: Command = {
  name: "openapi",
  usage: "[<file>] [--workspace <key>] [--json]",
  summary: {
    zh: "输出本公司的 API 描述（OpenAPI 3.1），含自定义对象",
    en: "write the company's API description (OpenAPI 3.1), its own objects included",
  },
  flags: { workspace: { type: "string" } },
  words: { least: 0, most: 1 },
  async run({ config, clock, flags, words: [file] }) {
    const document = await withCompanyData(config, clock, async ({ db }) => {
      const workspace = await workspaceOf(db, flags["workspace"]);
      const objects = await describedObjects(workspace, systemActor(workspace.id, "command", newId()));
      const app = await buildApp({ db, config, log: createLog("error"), clock });
      try {
        return openApiDocument(app.http.contracts, objects, VERSION);
      } finally {
        await app.close();
      }
    });
    const text = `${JSON.stringify(document, null, 1)}\n`;
    if (file === undefined) return { result: document, text: [text.trimEnd()] };
    const path = resolve(file);
    writeFileSync(path, text);
    return { result: { file: path }, text: [`已写入 ${path}`, `Written to ${path}`] };
  },
};
