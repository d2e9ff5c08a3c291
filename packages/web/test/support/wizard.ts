import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** A file of the tests' own company. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/** Puts a file into the wizard and waits until every row of it has been checked. */
export async function uploadFile(page: Page, address: string, path: string): Promise<void> {
  await page.goto(new URL("/build/import/new", address).href);
  await page.locator('input[type="file"]').setInputFiles({
    name: basename(path),
    mimeType: "text/csv",
    buffer: readFileSync(path),
  });
  await checked(page);
}

/** Waits for the sum of a check: what would be created, updated and left out. */
export async function checked(page: Page): Promise<string> {
  const sum = page.getByRole("status").filter({ hasText: "新建" });
  await sum.waitFor({ timeout: 60_000 });
  return (await sum.textContent()) ?? "";
}

/** Starts the checked import and waits for its end. @returns how many rows became what, as the page says */
export async function runImport(page: Page): Promise<Record<string, string>> {
  await page.getByRole("button", { name: /^(开始导入|导入 .* 行)/ }).click();
  await page.getByText("导入完成").waitFor({ timeout: 120_000 });
  return await counts(page);
}

async function counts(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const each of await page.locator(".ant-statistic").all()) {
    const name = await each.locator(".ant-statistic-title").textContent();
    found[name ?? ""] = (await each.locator(".ant-statistic-content").textContent()) ?? "";
  }
  return found;
}

/** Takes back the import whose end is on the page. */
export async function undoImport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "撤销这次导入" }).click();
  await page
    .getByRole("tooltip")
    .getByRole("button", { name: /确\s*定/ })
    .click();
  await page.getByText("这次导入已撤销").waitFor({ timeout: 60_000 });
}
