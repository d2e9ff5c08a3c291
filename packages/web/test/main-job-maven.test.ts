import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { realData } from "../../server/test/imports/company.ts";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { watchFaults } from "./support/faults.ts";
import { openSettled } from "./support/settled.ts";
import { claimCompany } from "./support/signed-in.ts";
import { checked, runImport, uploadFile } from "./support/wizard.ts";

const maven = realData("maven_crm");
const skip = maven === undefined && "the real files are not here";

test("a real CRM's four files: 1,480 misspelt rows mended by one press, 8,800 deals, 10,005,534 won in 2017", {
  skip,
}, async (t) => {
  const product = await startProductOnTestServer(t);
  const page = await openPage(t, await openBrowser(t));
  const faults = watchFaults(page);
  const api = await claimCompany(product, page);
  await api.call("PUT", "/solutions/sales");
  const upload = (name: string) => uploadFile(page, product.address, join(maven ?? "", name));

  await upload("sales_teams.csv");
  await runImport(page);
  await upload("accounts.csv");
  await page.getByRole("button", { name: "改为「Technology」" }).click();
  await page.getByText(/有问题 0/).waitFor();
  assert.equal((await runImport(page))["新建"], "85");
  await upload("products.csv");
  assert.equal((await runImport(page))["新建"], "7");

  await upload("sales_pipeline.csv");
  await page.getByText("1,480 行").waitFor();
  await page.getByText("1,425 行").waitFor();
  assert.match(await checked(page), /有问题 1,480/);
  await page.getByRole("button", { name: "改为「GTX Pro」" }).click();
  await page.getByText(/有问题 0/).waitFor({ timeout: 60_000 });
  assert.equal((await runImport(page))["新建"], "8,800");

  await page.goto(`${product.address}start`);
  await page.getByLabel("目标", { exact: true }).fill("1200万");
  await page.getByRole("button", { name: "生成目标和看板" }).click();
  await page.getByRole("heading", { level: 1, name: "达成看板" }).waitFor();
  await openSettled(page, `${product.address}kpi?period=2017`);
  const tile = page.locator(".kpi-tile", { hasText: "赢单金额" });
  await tile.locator(".kpi-tile-actual").and(page.getByTitle("¥10,005,534.00")).waitFor();
  await tile.getByTitle("¥12,000,000.00").waitFor();
  await tile.getByText("83.4%").waitFor();
  assert.deepEqual(faults.take(), []);
});
