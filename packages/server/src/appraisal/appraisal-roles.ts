import type { World } from "@dabiao/core/model/kind.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";

/** Roles that run appraisals. */
export function appraisalRoles(world: World): string[] {
  return world.list(roleKind).flatMap(({ key, body }) => (body.permissions.includes("appraisal.manage") ? [key] : []));
}
