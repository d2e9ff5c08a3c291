import { z } from "zod";
import { Refusal } from "./refusal.ts";

/** The longest page a list gives. */
export const PAGE_MAX = 200;

/** The query of every list: `cursor` is the `next` of the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(4000).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list; `next` is null on the last one. */
export function Page<Item extends z.ZodType>(
  item: Item,
): z.ZodObject<{ items: z.ZodArray<Item>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

/**
 * Cuts a page out of rows that were read with `limit + 1`, so that a further page is known without a count.
 *
 * @param keyOf the sort values of a row, ending in something unique; they become the cursor
 */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (last: Item) => readonly CursorValue[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > limit ? writeCursor(keyOf(last)) : null };
}

/** A sort value as a cursor carries it: text, so that decimals and instants lose nothing. */
export type CursorValue = string | number | boolean | null;

const CursorValues = z
  .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .min(1)
  .max(10);

/** An opaque cursor: where in the order the next page begins. It says nothing the reader has not seen. */
export function writeCursor(values: readonly CursorValue[]): string {
  return encodeURIComponent(JSON.stringify(values)).replaceAll("~", "%7E").replaceAll("%", "~");
}

/**
 * The sort values in a cursor.
 *
 * @param length how many values the list's order has
 * @throws Refusal `bad_cursor` for anything `writeCursor` did not write for this order
 */
export function readCursor(cursor: string, length: number): CursorValue[] {
  const values = CursorValues.safeParse(parse(cursor));
  if (!values.success || values.data.length !== length) throw new Refusal("bad_cursor", {}, ["query", "cursor"]);
  return values.data;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(cursor.replaceAll("~", "%")));
  } catch {
    return undefined;
  }
}
