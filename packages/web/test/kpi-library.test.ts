import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { seriousFindings } from "./support/axe.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { openSettled } from "./support/settled.ts";
import { type Api, claimCompany, joinAs } from "./support/signed-in.ts";

const EXAM = {
  label: { zh: "考试得分", en: "Exam score" },
  unit: { kind: "score", decimals: 0 },
  measure: {
    kind: "manual",
    aggregate: "avg",
    inputter: { kind: "role", role: "admin" },
    confirmer: { kind: "role", role: "director" },
    people: { kind: "role", role: "rep" },
    evidence: "required",
  },
};
const SELLERS = ["甲一", "乙二", "丙三"];

test("a KPI is made of any object and tried on three people first, a vague one needs a reason, an entered figure four eyes", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const browser = await openBrowser(t);
  const page = await openPage(t, browser);
  const api = await claimCompany(product, page);
  await api.call("PUT", "/solutions/sales");
  await sellersWithVisits(api);
  const at = (path: string) => new URL(path, product.address).href;

  await t.test("[A1] visits are counted for three people with their records before anything is published", async () => {
    await openSettled(page, at("kpi/lib"));
    await page.getByRole("button", { name: "新建指标" }).click();
    await named(page, "首次上门数");
    await choose(page, page.getByRole("dialog").getByRole("combobox"), "拜访与跟进");
    await page.getByRole("dialog").locator(".ant-btn-primary").click();
    await choose(page, page.getByRole("combobox", { name: "口径日期" }), "发生");
    await choose(page, page.getByRole("combobox", { name: "归期" }), "日期");
    const preview = page.locator(".designer-preview");
    await preview.getByText("首次上门数：2 条记录").first().waitFor();
    for (const name of SELLERS) await preview.locator(".preview-person", { hasText: name }).waitFor();
    await preview.locator("summary").first().click();
    await preview
      .getByRole("link", { name: /拜访 1/ })
      .first()
      .waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await publish(page);
  });

  await t.test("[A10] a vague name is told as it is typed, and publishing over it keeps the reason", async () => {
    await page.getByRole("button", { name: "设为 KPI" }).click();
    await named(page, "加强拜访");
    await page.getByRole("dialog").locator(".ant-btn-primary").click();
    const lint = page.locator(".lint");
    await lint.getByText("名称里的“加强”说不清要做到什么。").waitFor();
    await lint.getByText("没有负责人。").waitFor();
    await choose(page, page.getByRole("combobox", { name: "负责人" }), "销售");
    await lint.getByText("没有负责人。").waitFor({ state: "detached" });
    await page.getByText("过程", { exact: true }).click();
    assert.deepEqual(await seriousFindings(page), []);
    await publish(page, "总经理定的名称");
    await page.getByRole("tab", { name: "版本" }).click();
    await page.getByText("带问题发布，理由：总经理定的名称").waitFor();
  });

  await t.test("the library finds it by the initials of its pinyin, with its figure of this month", async () => {
    await openSettled(page, at("kpi/lib"));
    await page.getByPlaceholder("搜名称、拼音或首字母").fill("jqbf");
    const card = page.locator(".library-card", { hasText: "加强拜访" });
    await card.locator(".library-figure strong").waitFor();
    assert.equal(await card.locator(".library-figure strong").innerText(), "6");
    assert.equal(await page.locator(".library-card .library-figure").count(), 1);
  });

  await t.test(
    "[K-13] a figure is entered on one page, and counts once another person has confirmed it on his",
    async () => {
      await api.call("PUT", "/definitions/metric/exam_score/draft", { body: EXAM });
      await api.call("POST", "/definitions/metric/exam_score/versions", {});
      await openSettled(page, at("kpi/entry"));
      await page.locator(".entry-duty", { hasText: "考试得分" }).first().click();
      await page.getByLabel("甲一 数值").fill("88");
      await page.getByLabel("甲一 依据").fill("试卷");
      await page.getByRole("button", { name: "提交 1 行" }).click();
      await page.locator("tr", { hasText: "甲一" }).getByText("待确认").waitFor();
      assert.deepEqual(await seriousFindings(page), []);
      const other = await openPage(t, browser, { viewport: { width: 360, height: 780 } });
      await joinAs(product, api, other, { name: "赵总监", email: "zhao@example.cn", roleKeys: ["leader", "director"] });
      await openSettled(other, at("kpi/entry"));
      await other.locator(".entry-duty", { hasText: "考试得分" }).first().click();
      await other.getByRole("button", { name: "甲一 确认" }).click();
      await other.locator(".entry-card", { hasText: "甲一" }).getByText("已确认", { exact: true }).waitFor();
      assert.deepEqual(await seriousFindings(other), []);
    },
  );
});

async function sellersWithVisits(api: Api): Promise<void> {
  const { items } = await api.call("GET", "/units");
  for (const name of SELLERS) {
    const { id } = await api.call("POST", "/members", { name, unitId: items[0].id, roleKeys: ["rep"] });
    for (const number of [1, 2]) {
      const values = { subject: `${name} 拜访 ${number}`, kind: "visit", owner: id };
      await api.call("POST", "/objects/visit/records", { values });
    }
  }
}

/** Fills the Chinese name of the dialog that is open. */
async function named(page: Page, name: string): Promise<void> {
  await page.getByRole("dialog").getByLabel("中文名称").fill(name);
}

async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).first().click();
}

/** Publishes the draft; over a finding that would block, with a reason. */
async function publish(page: Page, reason?: string): Promise<void> {
  await page
    .getByRole("button", { name: "发布", exact: true })
    .or(page.getByRole("button", { name: "发 布" }))
    .click();
  await page.getByRole("button", { name: "确认发布" }).click();
  if (reason) {
    await page.getByLabel("仍要发布的理由").fill(reason);
    await page.getByRole("button", { name: "确认发布" }).click();
  }
  await page.getByText("已发布，立即生效").first().waitFor();
}
