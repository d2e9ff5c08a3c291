import { createHash } from "node:crypto";
import type { SheetPart } from "@dabiao/core/appraisal/sheet.ts";

/** SHA-256 of a value's canonical JSON: keys in order, so that the same content is the same hash. */
export function contentHash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("hex");
}

/** what somebody signs when goals are confirmed: cards with their versions, days, weights and targets. */
export function goalHash(parts: readonly SheetPart[]): string {
  return contentHash(
    parts.map(({ card, cardVersion, from, to, share, lines }) => ({
      card,
      cardVersion,
      from,
      to,
      share,
      lines: lines.map(({ item, weight, target }) => ({ item, weight, target })),
    })),
  );
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
}
