import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { addressOfPage, pagePaths } from "./support/pages.ts";
import { openSettled } from "./support/settled.ts";
import { type Api, claimCompany, joinAs } from "./support/signed-in.ts";

/** Said in one field of one record, which the trainee's role hides. */
const SECRET = "底价不低于七万三";

test("keyboards, hidden fields and news from other screens", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const browser = await openBrowser(t);
  const page = await openPage(t, browser);
  const api = await claimCompany(product, page);
  await api.call("PUT", "/solutions/sales");
  const customer = { values: { name: "蓝海仓储设备", note: SECRET } };
  const { id } = await api.call("POST", "/objects/customer/records", customer);

  await t.test("Tab reaches the skip link first, which leads to the page, and then search and places", async () => {
    await openSettled(page, `${product.address}home`);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "跳到正文");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "page");
    await openSettled(page, `${product.address}home`);
    const reached = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      reached.add(await focused(page));
    }
    for (const name of ["工作台", "收起侧栏", "搜索或输入命令…", "陈总"])
      assert.ok(
        [...reached].some((each) => each.includes(name)),
        `${name} is not among ${[...reached].join(" | ")}`,
      );
  });

  await t.test("Ctrl+K opens the palette; 汉字, pinyin and initials find the same customer", async () => {
    await page.keyboard.press("Control+k");
    const words = page.getByRole("combobox", { name: "搜索或输入命令…" });
    await words.waitFor();
    for (const typed of ["仓储", "lanhai", "lhcc"]) {
      await words.fill(typed);
      await page.getByRole("option", { name: "蓝海仓储设备" }).waitFor();
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "蓝海仓储设备" }).waitFor();
    await page.getByText(SECRET).waitFor();
  });

  await t.test("a field a role hides is in no answer its member ever gets", async () => {
    await publishTrainee(api);
    const other = await openPage(t, browser);
    await joinAs(product, api, other, { name: "小李", email: "li@example.cn", roleKeys: ["trainee"] });
    const payloads: Promise<string>[] = [];
    other.on("response", (response) => {
      // The live channel never ends; it carries no values.
      if (!response.url().includes("/live")) payloads.push(response.text().catch(() => ""));
    });
    const isOfRecords = (path: string) => !/^\/(build|kpi\/.*\$)/.test(path) && !path.includes("lib");
    for (const path of pagePaths().filter(isOfRecords)) {
      await openSettled(other, new URL(addressOfPage(path, { object: "customer", id }), product.address).href);
    }
    const texts = await Promise.all(payloads);
    assert.ok(texts.some((text) => text.includes("蓝海仓储设备")));
    assert.deepEqual(
      texts.filter((text) => text.includes(SECRET)),
      [],
    );
  });

  await t.test("a deal won on one screen stands on the board of another within seconds, without a reload", async () => {
    const today = new Date().toISOString().slice(0, 10);
    await openSettled(
      page,
      `${product.address}kpi?period=${today.slice(0, 4)}&kpis=${encodeURIComponent('["won_amount"]')}`,
    );
    const tile = page.locator(".kpi-tile", { hasText: "赢单金额" });
    await tile.waitFor();
    const there = await openPage(t, browser);
    await there.context().addCookies(await page.context().cookies());
    await openSettled(there, `${product.address}home`);
    const won = { name: "蓝海立体库", customer: id, stage: "won", amount: "73000", closed_on: today };
    await api.call("POST", "/objects/opportunity/records", { values: won });
    await tile.getByTitle("¥73,000.00").first().waitFor({ timeout: 10_000 });
  });
});

async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });
}

/** A role that reads and writes everything but what customers' notes say. */
async function publishTrainee(api: Api): Promise<void> {
  const all = { read: "all", create: true, update: "all", delete: "none", export: true };
  const body = {
    label: { zh: "实习", en: "Trainee" },
    permissions: ["export"],
    objects: { "*": all, customer: { ...all, fields: { note: "hidden" } } },
  };
  await api.call("PUT", "/definitions/role/trainee/draft", { body });
  await api.call("POST", "/definitions/role/trainee/versions", { note: "实习生" });
}
