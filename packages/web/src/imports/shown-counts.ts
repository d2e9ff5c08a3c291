import type { ImportCounts } from "@dabiao/core/imports/import.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";

/** The counts as a sentence shows them. */
export function shownCounts(counts: ImportCounts, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count.toLocaleString(locale)]));
}
