import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, openPage } from "./support/browser.ts";

test("the browser of the tests starts, in Chinese and in Shanghai", async (t) => {
  const page = await openPage(t, await openBrowser(t));
  await page.setContent("<h1>达标</h1>");
  assert.equal(await page.locator("h1").textContent(), "达标");
  const width = await page.evaluate("document.createElement('canvas').getContext('2d').measureText('达标').width");
  assert.ok(Number(width) > 0);
  assert.equal(await page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"), "Asia/Shanghai");
});
