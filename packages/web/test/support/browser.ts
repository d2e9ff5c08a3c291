import type { TestContext } from "node:test";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

/**
 * One process instead of a zygote with a sandbox: tests run as root and in containers, where neither starts.
 * Drawing is done in software, text without hinting, so that pictures are alike on every machine.
 */
const FLAGS = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-dev-shm-usage",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

const PAGE_TIMEOUT_MS = 20_000;

/** A browser of the test's own; it closes when the test ends. */
export async function openBrowser(t: TestContext): Promise<Browser> {
  const { program, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: program,
    args: FLAGS,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  t.after(() => browser.close());
  return browser;
}

/** A page in a fresh context, Chinese and in Shanghai unless told otherwise. Errors of the page fail the test. */
export async function openPage(t: TestContext, browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  t.after(async () => {
    await context.close();
    if (errors.length > 0) throw new AggregateError(errors, "the page threw");
  });
  return page;
}
