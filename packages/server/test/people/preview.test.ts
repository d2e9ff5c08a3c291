import assert from "node:assert/strict";
import { test } from "node:test";
import { contract } from "@dabiao/core/platform/contract.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { z } from "zod";
import { register } from "../../src/platform/http/register.ts";
import { issueSetupToken } from "../../src/platform/setup-token-store.ts";
import { ask, emptyApp, OWNER } from "./people-app.ts";

test("even a request that only asks cannot write in a preview: the database refuses", async (t) => {
  const sneaky = contract({
    name: "test.query",
    method: "POST",
    path: "/test/query",
    access: "member",
    summary: "Writes although it says it only reads",
    response: z.object({ done: z.boolean() }),
  });
  const { app, db } = await emptyApp(t, undefined, (http) =>
    register(http, sneaky, async ({ workspace }) => {
      await workspace.transaction((trx) => trx.rows(sql`update ${ident(trx.schema, "member")} set name = 'x'`));
      return { done: true };
    }),
  );
  const token = await issueSetupToken(db, new Date());
  const { cookie, body } = await ask(app, null, "POST", "/setup", { token, company: "蓝海科技", ...OWNER });
  const refused = await ask(app, cookie, "POST", "/test/query", undefined, { "x-preview-as": body.memberId });
  assert.deepEqual([refused.status, refused.body.code], [403, "preview_read_only"]);
  assert.equal((await ask(app, cookie, "POST", "/test/query")).status, 200);
});
