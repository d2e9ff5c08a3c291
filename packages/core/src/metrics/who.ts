import { z } from "zod";
import { Key } from "../platform/text.ts";

/** Somebody who answers for something: one person, or whoever has a role. Packages name roles, since they know nobody. */
export const Who = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), id: z.uuid() }),
  z.object({ kind: z.literal("role"), role: Key }),
]);
export type Who = z.infer<typeof Who>;

export function isSameWho(a: Who, b: Who): boolean {
  return whoName(a) === whoName(b);
}

/** A short stable name: `member:…`, `role:leader`. */
export function whoName(who: Who): string {
  return who.kind === "member" ? `member:${who.id}` : `role:${who.role}`;
}
