import type { Page } from "playwright-core";

const SESSION = "/api/v1/session";

/** What went wrong on a page so far: thrown errors, messages on the console (the security policy's too), failed requests. */
export interface Faults {
  /** Those since the last call. */
  take(): string[];
}

/**
 * Listens to a page from now on. Answers of 4xx are faults too: a page asks for nothing its reader may not have.
 * The one question it may not know the answer of is who is signed in.
 */
export function watchFaults(page: Page): Faults {
  let faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`threw: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.location().url.endsWith(SESSION))
      faults.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    const isFault = response.status() >= 400 && !response.url().endsWith(SESSION);
    if (isFault) faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return {
    take() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}
