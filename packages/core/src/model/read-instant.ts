import { Temporal } from "temporal-polyfill";
import { plainText } from "./parsed.ts";
import { readClock } from "./read-clock.ts";
import { type DateOrder, readDay } from "./read-day.ts";

export type ReadInstant =
  | { readonly kind: "instant"; readonly instant: string }
  | { readonly kind: "issue"; readonly code: string; readonly text: string };

/** A day, then a time; the blank between them may be a T, or missing after 日. */
const DAY_AND_CLOCK = /^(.*?(?:\d{4}|日|号|[-/.]\d{1,2}))(?:[T\s]+|(?<=[日号]))(.+)$/;

/**
 * Reads an instant: an ISO time with its offset, or a day with a time (midnight when left out) in the given zone.
 * A time that the zone skips in spring is taken one hour later, one that it repeats in autumn as the first.
 *
 * @returns an ISO instant in UTC with milliseconds
 */
export function readInstant(typed: string, order: DateOrder, zone: string): ReadInstant {
  const text = plainText(typed);
  const exact = fromIso(text);
  if (exact) return { kind: "instant", instant: exact };
  const parts = DAY_AND_CLOCK.exec(text);
  const day = readDay(parts?.[1] ?? text, order);
  if (day.kind === "issue") return { kind: "issue", code: day.code, text: typed };
  const clock = parts ? readClock(parts[2] ?? "") : "00:00:00";
  if (clock === null) return { kind: "issue", code: "value_not_time", text: typed };
  const local = Temporal.PlainDateTime.from(`${day.day}T${clock}`);
  return { kind: "instant", instant: canonical(local.toZonedDateTime(zone).toInstant()) };
}

function fromIso(text: string): string | null {
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  try {
    return canonical(Temporal.Instant.from(text));
  } catch {
    return null;
  }
}

function canonical(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
