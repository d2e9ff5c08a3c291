import { z } from "zod";
import { LocalText } from "../platform/text.ts";
import { FieldRight, Scope } from "./role.ts";

/** One reason: a role, by its record scope. Several reasons are alternatives. */
export const Grant = z.object({
  role: z.string(),
  label: LocalText,
  action: z.enum(["read", "update", "delete"]),
  scope: Scope,
  /** Whether this grant covers the record asked about; null when none was, or a rule decides and the record is not at hand. */
  covers: z.boolean().nullable(),
  /** For own, unit and subtree: how the owner is reached, the company first; the last is the unit the owner belongs to. */
  through: z.array(z.string()),
});
export type Grant = z.infer<typeof Grant>;

/** Why a member can, or cannot, see records of an object, or one of them: data that the pages put into words. */
export const WhyAnswer = z.object({
  object: z.string(),
  member: z.object({ id: z.string(), name: z.string(), state: z.string() }),
  record: z.object({ id: z.string(), owner: z.object({ id: z.string(), name: z.string() }).nullable() }).nullable(),
  /** Null when no record was asked about or only a rule could say. */
  canRead: z.boolean().nullable(),
  grants: z.array(Grant),
  /** Temporary shares of the record with this member or a unit of the member. */
  shares: z.array(z.object({ with: z.string(), until: z.string().nullable(), reason: z.string().nullable() })),
  fields: z.array(z.object({ key: z.string(), label: LocalText, right: FieldRight, roles: z.array(z.string()) })),
});
export type WhyAnswer = z.infer<typeof WhyAnswer>;
