import { earlierEnd, laterDay } from "../platform/day.ts";

/** A half-open span of days; a null `toDay` is open. */
export interface Span {
  readonly fromDay: string;
  readonly toDay: string | null;
}

export function isWithin(span: Span, day: string): boolean {
  return span.fromDay <= day && (span.toDay === null || day < span.toDay);
}

/** The days both spans have; null when there are none. */
export function commonDays(a: Span, b: Span): Span | null {
  const fromDay = laterDay(a.fromDay, b.fromDay);
  const toDay = earlierEnd(a.toDay, b.toDay);
  return toDay === null || fromDay < toDay ? { fromDay, toDay } : null;
}

/** What a change from a day on does to spans that do not overlap: at most one is cut or replaced, at most one is new. */
export interface Splice<Item extends Span> {
  /** Ends on the day of the change. */
  readonly cut: Item | null;
  /** Began on that very day: it is replaced. */
  readonly replaced: Item | null;
  /** Where the new state holds: up to a later change that is already planned. */
  readonly added: Span;
}

/**
 * How something else holds from a day on. History before the day stays, and so does what was planned for later.
 */
export function spliceAt<Item extends Span>(spans: readonly Item[], day: string): Splice<Item> {
  const current = spans.find((span) => isWithin(span, day)) ?? null;
  const later = spans.map((span) => span.fromDay).filter((from) => from > day);
  const toDay = current ? current.toDay : (later.sort()[0] ?? null);
  const starts = current?.fromDay === day;
  return { cut: starts ? null : current, replaced: starts ? current : null, added: { fromDay: day, toDay } };
}
