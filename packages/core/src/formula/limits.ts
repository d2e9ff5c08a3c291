/** Characters of a formula's source. */
export const MAX_SOURCE = 4_000;
/** How deep brackets, operators and calls may nest. */
export const MAX_DEPTH = 64;
/** Literals, references, operators and calls together. */
export const MAX_NODES = 1_000;
/** Characters of SQL a formula may become: some functions write an argument several times, and nesting multiplies it. */
export const MAX_SQL = 60_000;
/** Digits before and behind the point of a number written in a formula. */
export const MAX_WHOLE_DIGITS = 30;
export const MAX_DECIMAL_DIGITS = 16;
