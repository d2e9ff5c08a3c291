/** Characters at which spreadsheet programs begin a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A text made safe for a spreadsheet: one that would run as a formula gets an apostrophe in front, which the
 * program shows as text. Plain negative numbers stay numbers.
 *
 * @source OWASP, CSV Injection
 */
export function guardCell(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as it was before it was made safe: what a file of ours brings back in. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}

/** One line of a CSV file after RFC 4180, every cell guarded. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(guardCell(cell))).join(",")}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
