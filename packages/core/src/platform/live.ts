import { z } from "zod";
import { contract } from "./contract.ts";
import { Key } from "./text.ts";

/** More ids than this are told as "any of them". */
export const LIVE_IDS = 200;

/**
 * What the live channel says: never a value, only what to read again through the usual calls.
 * `changed`: these records (or, with no ids, any) of the object; `version` is the definitions' version, so that a
 * page built from an older one reads them anew. `refetch`: something was missed, read everything shown again.
 */
export const LiveMessage = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("changed"),
    object: Key,
    ids: z.array(z.string()).max(LIVE_IDS),
    version: z.number().int(),
  }),
  z.object({ kind: z.literal("refetch") }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;
export type Changed = Extract<LiveMessage, { kind: "changed" }>;

/** The channel: server-sent events whose data is a `LiveMessage`. `after` is the id of the last event seen. */
export const listenLive = contract({
  name: "live.listen",
  method: "GET",
  path: "/live",
  access: "member",
  summary: "Hear what changes, as server-sent events",
  query: z.object({ after: z.string().max(100).optional() }),
  response: z.string(),
  transport: "stream",
});

/**
 * Folds messages of a moment into one per object: ids are joined, and past `LIVE_IDS` become "any".
 * Order of first mention is kept.
 */
export function foldChanges(messages: readonly Changed[]): Changed[] {
  const byObject = new Map<string, { ids: Set<string>; any: boolean; version: number }>();
  for (const { object, ids, version } of messages) {
    const folded = byObject.get(object) ?? { ids: new Set<string>(), any: false, version };
    byObject.set(object, folded);
    for (const id of ids) folded.ids.add(id);
    folded.any ||= ids.length === 0 || folded.ids.size > LIVE_IDS;
    folded.version = Math.max(folded.version, version);
  }
  return [...byObject].map(([object, { ids, any, version }]) => ({
    kind: "changed",
    object,
    ids: any ? [] : [...ids],
    version,
  }));
}
