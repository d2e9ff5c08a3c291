import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { startProduct, startProductOnTestServer, temporaryDataDir } from "../../server/test/support/product.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { watchFaults } from "./support/faults.ts";
import { Hands } from "./support/hands.ts";
import { openSettled } from "./support/settled.ts";
import { claimCompany, OWNER } from "./support/signed-in.ts";
import { checked, fixture, runImport, undoImport, uploadFile } from "./support/wizard.ts";

const WON = "¥65,430.50";

test("from the printed address to the first board: at most seven presses and four fields", async (t) => {
  const product = await startProduct(t, temporaryDataDir(t));
  const page = await openPage(t, await openBrowser(t));
  const faults = watchFaults(page);
  const hands = await Hands.on(page);
  await page.goto(`${product.address}?setup=${product.setupToken}`);
  await hands.type(page.getByLabel("公司名称"), "蓝海科技");
  await hands.type(page.getByLabel("邮箱"), OWNER.email);
  await hands.type(page.getByLabel("密码", { exact: true }), OWNER.password);
  await hands.press(page.getByRole("button", { name: "开始" }));
  await hands.press(page.getByRole("button", { name: "装上，下一步" }));
  await page.locator('input[type="file"]').waitFor({ state: "attached" });
  await hands.drop(fixture("商机台账.csv"));
  await hands.press(page.getByRole("button", { name: "用这一列建成员" }));
  await hands.press(page.getByRole("button", { name: "开始导入" }));
  await hands.press(page.getByRole("button", { name: "继续开通" }));
  await hands.type(page.getByLabel("目标", { exact: true }), "12万");
  await hands.press(page.getByRole("button", { name: "生成目标和看板" }));
  await page.getByRole("heading", { level: 1, name: "达成看板" }).waitFor();
  // The file's last month, with the target's share of it.
  await page.getByTitle("¥31,750.50").first().waitFor();
  await wonTile(page).getByText("/").waitFor();
  assert.ok(hands.presses <= 7, `${hands.presses} presses`);
  assert.ok(hands.fields <= 4, `${hands.fields} fields`);
  assert.deepEqual(faults.take(), []);
});

test("a company's own files go through the wizard, and its board leads down to the records", async (t) => {
  const product = await startProductOnTestServer(t);
  const page = await openPage(t, await openBrowser(t));
  const faults = watchFaults(page);
  const api = await claimCompany(product, page);
  await api.call("PUT", "/solutions/sales");
  const count = async () => (await api.call("POST", "/objects/opportunity/count", {})).count;
  const board = `${product.address}kpi?period=2019`;

  await t.test("people with their leaders and units come from a GB18030 file", async () => {
    await uploadFile(page, product.address, fixture("销售团队.csv"));
    await page.getByText("GB18030").waitFor();
    await page.getByText("成员与部门").first().waitFor();
    await runImport(page);
    const { items } = await api.call("GET", "/members");
    assert.equal(items.length, 7, "four of the file, their two leaders, and who set the company up");
  });

  await t.test("customers and products come next", async () => {
    await uploadFile(page, product.address, fixture("客户台账.csv"));
    assert.equal((await runImport(page))["新建"], "6");
    await uploadFile(page, product.address, fixture("产品目录.csv"));
    assert.equal((await runImport(page))["新建"], "3");
  });

  await t.test(
    "a misspelt product is named with its rows before anything is written, and mended by one press",
    async () => {
      await uploadFile(page, product.address, fixture("商机台账.csv"));
      await page.getByText("「云管家Pr0」").waitFor();
      await page.getByText("进行中，但没有客户").waitFor();
      assert.match(await checked(page), /有问题 5/);
      assert.equal(await count(), 0);
      await page.getByRole("button", { name: "改为「云管家 Pro」" }).click();
      await page.getByText(/有问题 0/).waitFor();
      assert.equal((await runImport(page))["新建"], "12");
      assert.equal(await count(), 12);
    },
  );

  await t.test(
    "the same file again changes nothing: its key finds the records, and the spelling is remembered",
    async () => {
      await uploadFile(page, product.address, fixture("商机台账.csv"));
      const counts = await runImport(page);
      assert.deepEqual([counts["新建"], counts["不变"]], ["0", "12"]);
      assert.equal(await count(), 12);
    },
  );

  await t.test("the year's figure stands on the board, and its records are three presses away", async () => {
    await openSettled(page, board);
    await wonTile(page).getByTitle(WON).waitFor();
    const hands = await Hands.on(page);
    await hands.press(wonTile(page));
    await hands.press(page.getByRole("tab", { name: "明细" }));
    await hands.press(page.getByRole("link", { name: "蓝海科技 云管家 Pro" }));
    await page.getByRole("heading", { level: 1, name: "蓝海科技 云管家 Pro" }).waitFor();
    assert.ok(hands.presses <= 3);
  });

  await t.test("the import is taken back, and the board knows", async () => {
    await openSettled(page, `${product.address}build/import`);
    await page.getByRole("link", { name: "商机台账.csv" }).last().click();
    await undoImport(page);
    assert.equal(await count(), 0);
    await openSettled(page, board);
    assert.equal(await page.getByTitle(WON).count(), 0);
  });
  assert.deepEqual(faults.take(), []);
});

function wonTile(page: Page) {
  return page.locator(".kpi-tile", { hasText: "赢单金额" });
}
