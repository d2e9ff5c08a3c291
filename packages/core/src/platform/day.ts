import { Temporal } from "temporal-polyfill";

/** The day everything that "has always been so" begins: before any fact a company imports. */
export const EVER = "1900-01-01";

/** The business day (`YYYY-MM-DD`) an instant falls on in an IANA zone. */
export function dayAt(instant: Date, zone: string): string {
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
