import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { seriousFindings } from "./support/axe.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { openSettled } from "./support/settled.ts";
import { claimCompany } from "./support/signed-in.ts";

test("a deal is made, found by pinyin, changed in the grid, moved on by keyboard, and every step can be undone", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const page = await openPage(t, await openBrowser(t));
  const api = await claimCompany(product, page);
  await api.call("PUT", "/solutions/sales");
  await api.call("POST", "/objects/opportunity/records", { values: { name: "宏达制造 MES", amount: "450000" } });
  const list = `${product.address}o/opportunity?view=opportunity_all`;

  await t.test("C opens the form, and 28万 is read back as an amount before it is saved", async () => {
    await openSettled(page, list);
    await page.keyboard.press("c");
    const form = page.getByRole("dialog", { name: "新建商机" });
    await form.getByLabel("商机名称").fill("蓝海科技 ERP");
    await form.getByLabel("金额").fill("28万");
    await form.getByText("将保存为 ¥280,000.00").waitFor();
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "蓝海科技 ERP" }).waitFor();
  });

  await t.test("the record's page reads well aloud, and S moves the deal to its next stage", async () => {
    await page.getByText("新建了这条记录").waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "当前阶段 需求分析" }).waitFor();
    await page.locator(".timeline-changes").getByText("信息录入").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "当前阶段 信息录入" }).waitFor();
  });

  await t.test("the list reads well aloud and finds a deal by the initials of its name", async () => {
    await openSettled(page, list);
    await row(page, "宏达制造 MES").waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await page.keyboard.press("/");
    await page.keyboard.type("lhkj");
    await row(page, "宏达制造 MES").waitFor({ state: "detached" });
    // Between the two lists the grid is empty for a moment.
    await row(page, "蓝海科技 ERP").waitFor();
    assert.deepEqual(await page.locator(".grid-name").allTextContents(), ["蓝海科技 ERP"]);
  });

  await t.test("typing in a cell changes it as people write amounts, and Ctrl+Z brings the old one back", async () => {
    const amount = page.locator('[row-index="0"] [col-id="amount"]');
    await amount.click();
    await page.keyboard.type("1.2亿");
    await page.keyboard.press("Enter");
    await amount.getByText("¥120,000,000.00").waitFor();
    const { items } = await api.call("POST", "/objects/opportunity/query", { fields: [["amount"]], search: "lhkj" });
    assert.equal(items[0].values.amount, "120000000");
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await amount.getByText("¥280,000.00").waitFor();
  });

  await t.test("a card of the board goes to another stage with M", async () => {
    await openSettled(page, `${product.address}o/opportunity?view=opportunity_board`);
    const card = page.locator(".kanban-card", { hasText: "宏达制造 MES" });
    await card.waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await card.getByRole("link").focus();
    await page.keyboard.press("m");
    await page.getByRole("menuitem", { name: "方案制定" }).click();
    const column = page.getByRole("region", { name: "方案制定" });
    await column.getByText("宏达制造 MES").waitFor();
  });
});

function row(page: Page, name: string) {
  return page.locator(".grid-name", { hasText: name });
}
