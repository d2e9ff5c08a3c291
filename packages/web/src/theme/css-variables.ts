import type { Tokens } from "./tokens.ts";

/** Writes the tokens as `--page`, `--border-decor`, `--series-1` … on the root, for the little CSS that is ours. */
export function writeCssVariables(tokens: Tokens): void {
  const style = document.documentElement.style;
  for (const [name, value] of Object.entries(tokens)) {
    if (typeof value === "string")
      style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  for (const [index, color] of tokens.series.entries()) style.setProperty(`--series-${index + 1}`, color);
}
