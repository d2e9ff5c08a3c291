import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { startProductOnTestServer } from "../../server/test/support/product.ts";
import { seriousFindings } from "./support/axe.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { type Faults, watchFaults } from "./support/faults.ts";
import { misfits } from "./support/misfits.ts";
import { addressOfPage, pagePaths } from "./support/pages.ts";
import { openSettled } from "./support/settled.ts";
import { type Api, claimCompany, OWNER } from "./support/signed-in.ts";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 780 };

/** Between them: both languages, both themes, both sizes. */
const LOOKS: readonly (BrowserContextOptions & { readonly locale: string })[] = [
  { locale: "zh-CN", colorScheme: "light" },
  { locale: "en-US", colorScheme: "dark" },
];

test("every page of the demo company opens without a fault, reads well aloud, and fits a phone", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const browser = await openBrowser(t);
  const first = await openPage(t, browser, LOOKS[0]);
  const api = await claimCompany(product, first);
  await api.call("POST", "/demo");
  const params = await examples(api);
  const second = await openPage(t, browser, LOOKS[1]);
  await second.context().request.post(`${product.address}api/v1/session`, { data: OWNER });
  const eyes = [first, second].map((page) => ({ page, faults: watchFaults(page) }));
  for (const path of [...pagePaths(), "/no/such/page"]) {
    const address = new URL(addressOfPage(path, params), product.address).href;
    await t.test(path, async (each) => {
      for (const [index, { page, faults }] of eyes.entries()) {
        const { locale = "", colorScheme } = LOOKS[index] ?? {};
        await each.test(`${locale}, ${colorScheme}`, () => look(page, faults, address, locale));
      }
    });
  }
});

async function look(page: Page, faults: Faults, address: string, locale: string): Promise<void> {
  await page.setViewportSize(DESK);
  await openSettled(page, address);
  assert.deepEqual(await seriousFindings(page), []);
  assert.deepEqual(await misfits(page, locale), []);
  await page.setViewportSize(PHONE);
  await page.waitForTimeout(300);
  assert.deepEqual(await misfits(page, locale), [], "at 360 px");
  assert.deepEqual(faults.take(), []);
}

/** Something to open for every kind of page. */
async function examples(api: Api): Promise<Record<string, string>> {
  const { items } = await api.call("GET", "/objects/opportunity/records?limit=1");
  const period = new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 7);
  const cycle = await api.call("POST", "/appraisal/cycles", { plan: "monthly", period });
  const sheets = await api.call("POST", "/appraisal/sheets/query", { cycle: cycle.id });
  return {
    object: "opportunity",
    id: items[0].id,
    "/kpi/lib/$key:key": "won_amount",
    "/kpi/cards/$key:key": "card_rep",
    "/kpi/plans/$key:key": "monthly",
    "/kpi/cycles/$id:id": cycle.id,
    "/kpi/sheets/$id:id": sheets.items[0].id,
    "/build/objects/$key:key": "opportunity",
    "/build/import/$id:id": "new",
  };
}
