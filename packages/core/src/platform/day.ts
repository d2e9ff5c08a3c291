import { Temporal } from "temporal-polyfill";

/** The day everything that "has always been so" begins: before any fact a company imports. */
export const EVER = "1900-01-01";

/** The last answer per zone: a busy server asks for the same second many times. */
const asked = new Map<string, { readonly second: number; readonly day: string }>();
const ZONES_MAX = 1_000;

/** The business day (`YYYY-MM-DD`) an instant falls on in an IANA zone. Days begin on whole seconds everywhere. */
export function dayAt(instant: Date, zone: string): string {
  const second = Math.floor(instant.getTime() / 1_000);
  const known = asked.get(zone);
  if (known?.second === second) return known.day;
  const day = lookUpDay(instant, zone);
  if (asked.size >= ZONES_MAX) asked.clear();
  asked.set(zone, { second, day });
  return day;
}

function lookUpDay(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The later of two days; days compare as text. */
export function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}

/** The earlier end of two half-open spans; null is open. */
export function earlierEnd(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
