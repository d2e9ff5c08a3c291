import type { World } from "../model/kind.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Permission } from "./role.ts";
import { roleKind } from "./role-kind.ts";

/**
 * Holds that someone may hand these roles out or take them away: who manages roles, any; others only roles
 * whose permissions they have themselves.
 *
 * @throws Refusal `unknown_role`, `forbidden`
 */
export function demandGrantable(world: World, held: ReadonlySet<Permission>, roleKeys: readonly string[]): void {
  for (const key of roleKeys) {
    const role = world.get(roleKind, key);
    if (!role) throw new Refusal("unknown_role", { role: key }, ["body", "roleKeys"]);
    const beyond = role.permissions.find((permission) => !held.has(permission));
    if (beyond && !held.has("roles.manage")) throw new Refusal("forbidden", { what: beyond }, ["body", "roleKeys"]);
  }
}
