import type { Page } from "playwright-core";

/** What does not fit: a page wider than the screen, headings cut off, keys of messages instead of their words, the other language. */
export async function misfits(page: Page, locale: string): Promise<string[]> {
  return await page.evaluate(findMisfits, locale);
}

function findMisfits(locale: string): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    found.push(`the document is ${document.documentElement.scrollWidth} px wide`);
  const main = document.querySelector("main");
  if (main && main.scrollWidth > main.clientWidth + 1)
    found.push(`the page is ${main.scrollWidth} px wide in ${main.clientWidth}`);
  for (const heading of document.querySelectorAll<HTMLElement>("h1, h2, h3")) {
    const { right, left } = heading.getBoundingClientRect();
    const isHidden = heading.closest(".visually-hidden") !== null || heading.offsetParent === null;
    if (isHidden) continue;
    if (right > width + 1 || left < -1 || heading.scrollWidth > heading.clientWidth + 1)
      found.push(`cut off: ${heading.textContent}`);
  }
  const text = document.body.innerText;
  for (const [key] of text.matchAll(/(?<![\w./@[])[a-z]+(?:\.[a-z][A-Za-z]+)+(?![\w.@(])/g))
    found.push(`a key: ${key}`);
  for (const [mark] of text.matchAll(/\{\w+\}|\bundefined\b|\bNaN\b|\[object Object\]/g))
    found.push(`unfilled: ${mark}`);
  if (locale.startsWith("en")) return found;
  // Names and codes may be Latin; a whole sentence in a Chinese page was not translated.
  for (const line of text.split("\n")) {
    if (/^[A-Za-z][a-z]+(?: [a-z]+){2,}/.test(line.trim())) found.push(`not in Chinese: ${line.trim()}`);
  }
  return found;
}
