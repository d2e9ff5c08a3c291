import { type Locale, LocalText, localText } from "@dabiao/core/platform/text.ts";

const LONGEST = 120;

/** A value of a definition in few words: its label where it has one. */
export function differenceText(value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "--";
  if (typeof value !== "object") return String(value);
  const own = LocalText.safeParse(value);
  if (own.success) return localText(own.data, locale);
  const labelled = LocalText.safeParse((value as { label?: unknown }).label);
  if (labelled.success) return localText(labelled.data, locale);
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
