import { type Changed, LIVE_IDS } from "@dabiao/core/platform/live.ts";
import type { Change } from "@dabiao/core/records/change.ts";

/** What pages are told of changes: which records to read again. */
export function liveChanges(changes: readonly Change[]): Changed[] {
  const byObject = new Map<string, Set<string>>();
  for (const { object, recordId } of changes) {
    const ids = byObject.get(object) ?? new Set<string>();
    byObject.set(object, ids.add(recordId));
  }
  return [...byObject].map(([object, ids]) => ({
    kind: "changed",
    object,
    ids: ids.size > LIVE_IDS ? [] : [...ids],
    version: 0,
  }));
}
