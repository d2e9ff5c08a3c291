import { z } from "zod";
import { Key, LocalText } from "../platform/text.ts";
import { Filter } from "../records/filter.ts";

/** What a role may do beside records. Each has a name and a sentence in `docs/permissions`. */
export const PERMISSIONS = [
  "model.manage",
  "people.manage",
  "roles.manage",
  "metrics.manage",
  "goals.manage",
  "goals.read_all",
  "goals.unlock",
  "appraisal.manage",
  "appraisal.read_all",
  "import",
  "export",
  "audit.read",
  "api_keys.manage",
  "webhooks.manage",
  "system.manage",
  "views.share",
] as const;
export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;

/** Which records: own, own unit's members', own unit and all below, all, or those a filter finds. */
export const Scope = z.union([z.enum(["none", "own", "unit", "subtree", "all"]), z.object({ rule: Filter })]);
export type Scope = z.infer<typeof Scope>;

/** A field one may not read can be neither filtered, sorted nor grouped by. `masked` shows 138****5678. */
export const FieldRight = z.enum(["hidden", "masked", "read", "write"]);
export type FieldRight = z.infer<typeof FieldRight>;

export const ObjectRight = z.object({
  read: Scope.default("none"),
  create: z.boolean().default(false),
  update: Scope.default("none"),
  delete: Scope.default("none"),
  export: z.boolean().default(false),
  fields: z.record(Key, FieldRight).default({}),
});
export type ObjectRight = z.infer<typeof ObjectRight>;

/** A role. Rights of several roles add up. The key `*` in `objects` stands for objects not named. */
export const RoleBody = z.object({
  label: LocalText,
  description: LocalText.optional(),
  permissions: z.array(Permission).max(PERMISSIONS.length).default([]),
  objects: z.record(z.union([Key, z.literal("*")]), ObjectRight).default({}),
});
export type RoleBody = z.infer<typeof RoleBody>;
