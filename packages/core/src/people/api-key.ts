import { z } from "zod";
import { InstantString, Key } from "../platform/text.ts";

export const NewApiKey = z.object({
  name: z.string().trim().min(1).max(100),
  roleKeys: z.array(Key).min(1).max(20),
  /** Days until it stops working; null never. */
  days: z.int().min(1).max(3650).nullable().default(365),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** Who made it: the key acts for this member and ends with that member's access. */
  memberId: z.string(),
  roleKeys: z.array(z.string()),
  createdAt: InstantString,
  expiresAt: InstantString.nullable(),
  lastUsedAt: InstantString.nullable(),
  revokedAt: InstantString.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;
