import { createHash } from "node:crypto";

/** Citus adds a shard's number to names, and PostgreSQL cuts at 63 bytes. */
const LONGEST = 50;

/** The name of an index or a constraint: readable, and cut with a hash where it would be too long. */
export function objectName(object: string, parts: readonly string[], suffix: string): string {
  const full = [object, ...parts, suffix].join("_");
  if (full.length <= LONGEST) return full;
  const hash = createHash("sha256").update(full).digest("hex").slice(0, 8);
  return `${full.slice(0, LONGEST - suffix.length - hash.length - 3)}_x${hash}_${suffix}`;
}
