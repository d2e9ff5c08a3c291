import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { seriousFindings } from "./support/axe.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { openSettled, quietNetwork } from "./support/settled.ts";
import { claimCompany } from "./support/signed-in.ts";

const PLAN = "/goals?kpi=won_count&period=2027";

test("a year's targets are typed into a draft, handed down by a method, checked, published and explained", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const page = await openPage(t, await openBrowser(t));
  const api = await claimCompany(product, page);
  await api.call("POST", "/demo");
  const open = () => openSettled(page, new URL(PLAN, product.address).href);

  await t.test("[G-09] a target set at once says why, and its history keeps old, new and reason", async () => {
    await open();
    await cell(page, 0, "2027").click();
    await page.keyboard.press("Space");
    await page.getByRole("textbox", { name: "目标" }).fill("1,200");
    await page.getByRole("textbox", { name: "为什么改" }).fill("明年扩编");
    await quietly(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
    await page.getByRole("tab", { name: "历史" }).click();
    await page.getByText("0 → 1,200").waitFor();
    await page.getByText("明年扩编").waitFor();
    assert.deepEqual(await seriousFindings(page), []);
  });

  await t.test(
    "[A3] a draft holds what is typed; split by last year its parts add up, and published it is the plan",
    async () => {
      await open();
      await quietly(page, () => page.getByRole("button", { name: "编辑草案" }).click());
      await cell(page, 0, "2027").click();
      await page.keyboard.type("2000");
      await quietly(page, () => page.keyboard.press("Enter"));
      await cell(page, 0, "2027").click();
      await quietly(page, () => page.locator(".cell-bar").getByRole("button", { name: "分解" }).click());
      await page.getByRole("radio", { name: "平均" }).check();
      await quietly(page, () => page.getByRole("button", { name: "采用「平均」" }).click());
      assert.deepEqual(await balance(page), ["2000", "2000", "0", "0"]);
      await quietly(page, () => page.getByRole("button", { name: "校验" }).click());
      await page.getByText(/没有问题/).waitFor();
      await page.getByRole("button", { name: "发布" }).click();
      await page.getByRole("textbox", { name: "为什么改" }).fill("董事会批准");
      await page.locator(".ant-modal-footer").getByRole("button", { name: "发布" }).click();
      await page.getByText("已发布 v1").waitFor();
      const { rows } = await api.call("POST", "/goals/tree", { kpi: "won_count", period: "2027" });
      const parts = rows.flatMap(({ cells }: { cells: { amount: string | null }[] }) => cells[0]?.amount ?? []);
      assert.equal(
        parts.reduce((all: number, part: string) => all + Number(part), 0),
        2000,
      );
    },
  );

  await t.test("a unit opens into its people, and on a phone the same tree is read line by line", async () => {
    await open();
    await quietly(page, () => page.locator(".goal-open[aria-expanded=false]").first().click());
    assert.ok((await page.locator(".goal-name").count()) > 5);
    await page.setViewportSize({ width: 360, height: 780 });
    await page.locator(".goal-card").nth(2).waitFor();
    assert.deepEqual(await seriousFindings(page), []);
  });
});

function cell(page: Page, row: number, period: string): Locator {
  return page.locator(`.goal-grid .ag-row[row-index="${row}"] [col-id="${period}"]`);
}

/** What the bar says: target, handed out, buffer, left; digits only. */
async function balance(page: Page): Promise<string[]> {
  const texts = await page.locator(".balance-bar dd").allInnerTexts();
  return texts.map((text) => text.replaceAll(/[^\d]/g, ""));
}

async function quietly(page: Page, act: () => Promise<unknown>): Promise<void> {
  const quiet = quietNetwork(page);
  await act();
  await quiet;
}
