import { z } from "zod";
import { LocalText } from "../platform/text.ts";
import { Permission } from "./role.ts";

/** A published role as lists show it. */
export const RoleCard = z.object({
  key: z.string(),
  label: LocalText,
  description: LocalText.nullable(),
  permissions: z.array(Permission),
  /** Members who have it and have not left. */
  members: z.number(),
});
export type RoleCard = z.infer<typeof RoleCard>;
