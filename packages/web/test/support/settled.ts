import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

const QUIET_MS = 250;
const LONGEST_MS = 30_000;
/** The live channel stays open for as long as the page does. */
const NEVER_ENDS = "/api/v1/live";

/** Opens an address and waits until the page has read all it reads and shows no skeleton. */
export async function openSettled(page: Page, address: string): Promise<void> {
  const quiet = quietNetwork(page);
  await page.goto(address, { waitUntil: "load" });
  await quiet;
  await page.locator("h1, .ant-result-title").first().waitFor();
}

/** Resolves once no request has been under way for a moment. Called before what starts the requests. */
export async function quietNetwork(page: Page): Promise<void> {
  const open = new Set<unknown>();
  let since = performance.now();
  const add = (request: { url(): string }) => {
    if (!request.url().includes(NEVER_ENDS)) open.add(request);
    since = performance.now();
  };
  const end = (request: unknown) => {
    open.delete(request);
    since = performance.now();
  };
  page.on("request", add).on("requestfinished", end).on("requestfailed", end);
  const start = performance.now();
  try {
    while (performance.now() - start < LONGEST_MS) {
      await sleep(50);
      const isQuiet = open.size === 0 && performance.now() - since > QUIET_MS;
      if (isQuiet && (await page.locator('[aria-busy="true"]').count()) === 0) return;
    }
    throw new Error(`the page was still busy after ${LONGEST_MS} ms`);
  } finally {
    page.off("request", add).off("requestfinished", end).off("requestfailed", end);
  }
}
