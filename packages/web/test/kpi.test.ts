import assert from "node:assert/strict";
import { test } from "node:test";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { seriousFindings } from "./support/axe.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { Hands } from "./support/hands.ts";
import { openSettled } from "./support/settled.ts";
import { claimCompany } from "./support/signed-in.ts";

const DEMO_TIMEOUT_MS = 60_000;

test("a figure of the KPI board leads to its records within three clicks, and the board can be cut", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const page = await openPage(t, await openBrowser(t));
  const hands = await Hands.on(page);
  await claimCompany(product, page);
  const at = (path: string) => new URL(path, product.address).href;
  const made = await page.context().request.post(at("/api/v1/demo"), { timeout: DEMO_TIMEOUT_MS });
  assert.ok(made.ok(), await made.text());

  await t.test("[K-09] every tile says in words how its KPI stands against what is expected by today", async () => {
    await openSettled(page, at("/kpi"));
    const tiles = page.locator(".kpi-tile");
    await tiles.first().waitFor();
    assert.match(await tiles.first().innerText(), /超额|正常|关注|落后/);
    assert.deepEqual(await seriousFindings(page), []);
  });

  await t.test(
    "[N13] board, cell, records: two clicks, and the third opens a record; in and out make up all there are",
    async () => {
      const before = hands.presses;
      await hands.press(page.locator(".heat-cell").first());
      await page.locator(".why-line").first().waitFor();
      const universe = count(await page.locator(".why-part .muted").first().innerText());
      const sides = (await page.locator(".why-line span:last-child").allInnerTexts()).map(count);
      assert.equal(
        sides.reduce((sum, each) => sum + each, 0),
        universe,
      );
      assert.deepEqual(await seriousFindings(page), []);
      await hands.press(page.getByRole("tab", { name: "明细" }));
      await hands.press(page.locator(".drill a").first());
      await page.waitForURL(/\/o\/\w+\/[0-9a-f-]{36}/);
      assert.equal(hands.presses - before, 3);
    },
  );

  await t.test("deals won and lost, win rate and days to win are read by person, product and quarter", async () => {
    await openSettled(page, at("/kpi?view=cut&rows=member&period=%222026%22&columns=quarter"));
    await page.locator(".cut-table .cut-cell").first().waitFor();
    const heads = await page.locator(".cut-table thead").innerText();
    for (const head of ["赢单数", "输单数", "赢单率", "赢单周期", "2026-Q1"]) assert.ok(heads.includes(head), head);
    await openSettled(page, at("/kpi?view=cut&rows=field:product&period=%222026%22"));
    await page.locator(".cut-table tbody .cut-cell").nth(6).waitFor();
    assert.deepEqual(await seriousFindings(page), []);
  });
});

function count(text: string): number {
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);
}
