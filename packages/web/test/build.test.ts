import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { type Api, claimCompany, PASSWORD } from "./support/signed-in.ts";

test("what an administrator builds is there at once for everybody", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const browser = await openBrowser(t);
  const page = await openPage(t, browser);
  const api = await claimCompany(product, page);
  const open = (path: string) => page.goto(new URL(path, product.address).href, { waitUntil: "domcontentloaded" });

  await t.test("a new object and a field added to it stand in its form after publication", async () => {
    await open("/build/objects");
    await page.getByRole("button", { name: "新建对象" }).click();
    await page.getByLabel("中文名称").fill("门店");
    await page.getByLabel("标识").fill("store");
    await page
      .getByRole("button", { name: "确 定" })
      .or(page.getByRole("button", { name: "确定" }))
      .click();
    await page.getByRole("button", { name: "金额", exact: true }).click();
    await page.getByLabel("中文名称").fill("月租");
    await page.keyboard.press("Control+s");
    await publish(page);
    assert.deepEqual(await labels(api, "store"), ["名称", "月租"]);
    await open("/o/store?new=1");
    await page.getByRole("dialog").getByText("月租").first().waitFor();
  });

  await t.test("a field moves by keys, and an older version comes back", async () => {
    await open("/build/objects/store");
    await page.locator(".field-pick", { hasText: "月租" }).press("Alt+ArrowUp");
    await publish(page);
    assert.deepEqual(await labels(api, "store"), ["月租", "名称"]);
    await page.getByRole("tab", { name: "版本" }).click();
    await page.getByRole("button", { name: "恢复到这一版" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "恢复到这一版" }).click();
    await page.getByText("第 3 版").waitFor();
    assert.deepEqual(await labels(api, "store"), ["名称", "月租"]);
  });

  await t.test("a pasted person joins by the invitation link", async () => {
    await open("/build/members");
    await page.getByRole("button", { name: "粘贴名单" }).click();
    await page.getByRole("dialog").getByLabel("粘贴名单").fill("张伟\t华东大区/华东一组\t\tzhang@example.cn\t1001");
    await page.getByRole("button", { name: "添加这些人" }).click();
    await page.getByRole("button", { name: /张伟/ }).click();
    await page.getByRole("button", { name: "生成邀请链接" }).click();
    const link = await page.locator(".link-text").first().textContent();
    const joining = await openPage(t, browser);
    await joining.goto(String(link).trim());
    await joining.getByLabel("密码").fill(PASSWORD);
    await joining.getByRole("button", { name: /加\s*入/ }).click();
    await joining.waitForURL("**/home");
  });

  await t.test("a preview says whose eyes these are, and ends", async () => {
    await open("/build/members");
    await page.getByRole("button", { name: /张伟/ }).click();
    await page
      .getByRole("button", { name: "以TA身份预览" })
      .or(page.getByRole("button", { name: "以 TA 身份预览" }))
      .click();
    await page.getByText("正在以 张伟 的身份预览").waitFor();
    assert.equal(await page.getByText("搭建").count(), 0);
    await page.getByRole("button", { name: "结束预览" }).click();
    await page.waitForURL("**/build/members");
  });

  await t.test("a role's rights are changed and the reasons follow", async () => {
    await open("/build/roles");
    await page.getByRole("button", { name: /^销售/ }).click();
    await page.getByLabel("其余对象 查看").click();
    await page.getByTitle("全部", { exact: true }).click();
    await publish(page);
    const { items } = await api.call("GET", "/members?search=zhangwei");
    await open(`/build/roles/why?object=store&member=${items[0].id}`);
    await page.getByText("角色「销售」：可查看全部记录").waitFor();
  });
});

async function publish(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^发\s*布$/ })
    .first()
    .click();
  await page.getByRole("button", { name: "确认发布" }).click();
  await page.getByText("已发布，立即生效").waitFor();
}

async function labels(api: Api, object: string): Promise<string[]> {
  const { body } = await api.call("GET", `/definitions/object/${object}`);
  return body.fields.map((field: { label: { zh: string } }) => field.label.zh);
}
