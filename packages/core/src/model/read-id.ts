import { z } from "zod";
import type { Parsed } from "./field-type.ts";
import { accepted, inputText, isEmpty, refused } from "./parsed.ts";

const Id = z.uuid();

/** One id, lower case. Whether there is such a record, member or unit is asked by the store that writes it. */
export function readId(input: unknown): Parsed<string> {
  if (isEmpty(input)) return accepted<string>(null);
  const id = Id.safeParse(input);
  return id.success
    ? accepted(id.data.toLowerCase())
    : refused("value_not_id", { value: inputText(input).slice(0, 80) });
}

/** Ids without repeats, in the order given. An empty list empties the field. */
export function readIds(input: unknown, max: number): Parsed<string[]> {
  if (isEmpty(input)) return accepted<string[]>(null);
  if (!Array.isArray(input)) return refused("value_not_list");
  if (input.length > max) return refused("value_too_many", { max });
  const ids = new Set<string>();
  for (const each of input) {
    const read = readId(each);
    if (!read.ok) return read;
    if (read.value !== null) ids.add(read.value);
  }
  return accepted(ids.size === 0 ? null : [...ids]);
}
