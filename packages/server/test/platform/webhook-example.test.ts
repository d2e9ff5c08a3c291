import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawSecret, signatureHeaders } from "../../src/platform/webhooks/signature.ts";

type Verify = (secret: string, headers: Record<string, string>, body: string, now?: number) => boolean;

test("the receiver's code in docs/api.md takes our deliveries, and no others", async () => {
  const page = readFileSync(new URL("../../../../docs/api.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const { verify } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { verify: Verify };
  const secret = drawSecret();
  const at = new Date("2026-03-09T02:00:00Z");
  const body = '{"type":"changes"}';
  const headers = signatureHeaders(secret, "a-delivery", at, body);
  assert.equal(verify(secret, headers, body, at.getTime()), true);
  assert.equal(verify(secret, headers, `${body} `, at.getTime()), false);
  assert.equal(verify(drawSecret(), headers, body, at.getTime()), false);
  assert.equal(verify(secret, headers, body, at.getTime() + 600_000), false, "an old one sent again");
});
