import type { BrowserContext, Locator, Page } from "playwright-core";

/** What a user's hands did on a page, as the page itself felt it: presses of the pointer, fields typed into, files dropped. */
export class Hands {
  presses = 0;
  fields = 0;
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Begins to count, on this page and on every one it leads to. */
  static async on(page: Page): Promise<Hands> {
    const hands = new Hands(page);
    await count(page.context(), (what) => {
      if (what === "press") hands.presses += 1;
      else hands.fields += 1;
    });
    return hands;
  }

  async press(target: Locator): Promise<void> {
    await target.click();
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.focus();
    await field.pressSequentially(text);
  }

  /** A file dropped on a drop zone counts as one press. */
  async drop(path: string): Promise<void> {
    await this.#page.locator('input[type="file"]').setInputFiles(path);
    this.presses += 1;
  }
}

async function count(context: BrowserContext, felt: (what: string) => void): Promise<void> {
  await context.exposeFunction("dabiaoFelt", felt);
  await context.addInitScript(() => {
    const typedInto = new WeakSet<EventTarget>();
    const tell = (window as unknown as { dabiaoFelt(what: string): void }).dabiaoFelt;
    addEventListener("pointerdown", (event) => event.isTrusted && tell("press"), true);
    addEventListener(
      "keydown",
      ({ isTrusted, target }) => {
        if (!isTrusted || !(target instanceof HTMLInputElement) || typedInto.has(target)) return;
        typedInto.add(target);
        tell("field");
      },
      true,
    );
  });
}
