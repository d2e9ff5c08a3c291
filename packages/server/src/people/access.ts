import type { World } from "@dabiao/core/model/kind.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { permissionsOf, rightsOn, rulesOf } from "@dabiao/core/people/rights.ts";
import { type FieldRight, PERMISSIONS, type Permission, type RoleBody, type Scope } from "@dabiao/core/people/role.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { AccessCache } from "./access-cache.ts";
import { NO_REACH, type Reach, reachOf } from "./reach-store.ts";

/** Which members count as one's own set. */
export type MemberScope = "own" | "unit" | "subtree";

/** Records an action may touch; several are alternatives, none is no record. */
export type ResolvedScope =
  | { readonly kind: "all" }
  | { readonly kind: "members"; readonly ids: readonly string[] }
  | { readonly kind: "rule"; readonly filter: Filter };

export interface ResolvedRight {
  readonly read: readonly ResolvedScope[];
  readonly update: readonly ResolvedScope[];
  readonly delete: readonly ResolvedScope[];
  readonly create: boolean;
  readonly export: boolean;
  field(key: string): FieldRight;
}

/** What an actor may do, with every scope resolved to members of today. */
export interface Access {
  readonly actor: Actor;
  readonly memberId: string | null;
  readonly permissions: ReadonlySet<Permission>;
  can(permission: Permission): boolean;
  /** @throws Refusal `forbidden` */
  demand(permission: Permission): void;
  object(key: string): ResolvedRight;
  /** `unit` and `subtree` begin at the units one belongs to or leads; a unit's members are those whose primary unit it is. */
  members(scope: MemberScope): readonly string[];
  units(scope: MemberScope): readonly string[];
}

type Workspaceish = Runner & { readonly zone: string } & ({ readonly id: string } | { readonly workspaceId: string });
type Grants = Pick<Access, "permissions" | "object" | "members" | "units">;

const cache = new AccessCache<Grants>();

/**
 * Resolves what an actor may do. Roles come from the world, units from the organisation of today; the answer is
 * kept per member, roles, organisation version, world and day, so a change of any of them is seen at once.
 */
export async function resolveAccess(ws: Workspaceish, world: World, actor: Actor, now = new Date()): Promise<Access> {
  if (actor.kind === "system") return accessOf(actor);
  const today = dayAt(now, ws.zone);
  const workspaceId = "id" in ws ? ws.id : ws.workspaceId;
  const roleKeys = [...actor.roleKeys].sort();
  const key = [workspaceId, actor.memberId, roleKeys, actor.orgVersion, worldNumber(world), today].join("|");
  const grants = await cache.get(key, async () => {
    const roles = roleKeys.flatMap((role) => world.get(roleKind, role) ?? []);
    const reach = actor.memberId === null ? NO_REACH : await reachOf(ws, actor.memberId, today);
    return { value: grantsOf(roles, actor.memberId, reach), weight: reach.subtree.members.length };
  });
  return withActor(actor, grants);
}

/** Full rights, for the product's own work: imports under way, timers, the demo company, tests. */
export function accessOf(actor: Extract<Actor, { kind: "system" }>): Access {
  return withActor(actor, FULL);
}

/** A draft is checked in a world of the published version's number, so the number alone would mix the two up. */
const worldNumbers = new WeakMap<World, number>();
let worldsSeen = 0;

function worldNumber(world: World): number {
  const known = worldNumbers.get(world);
  if (known !== undefined) return known;
  worldsSeen += 1;
  worldNumbers.set(world, worldsSeen);
  return worldsSeen;
}

const EVERYTHING: ResolvedRight = {
  read: [{ kind: "all" }],
  update: [{ kind: "all" }],
  delete: [{ kind: "all" }],
  create: true,
  export: true,
  field: () => "write",
};
const FULL: Grants = {
  permissions: new Set(PERMISSIONS),
  object: () => EVERYTHING,
  members: () => [],
  units: () => [],
};

function withActor(actor: Actor, grants: Grants): Access {
  const can = (permission: Permission) => grants.permissions.has(permission);
  return {
    ...grants,
    actor,
    memberId: actor.memberId,
    can,
    demand(permission) {
      if (!can(permission)) throw new Refusal("forbidden", { what: permission });
    },
  };
}

function grantsOf(roles: readonly RoleBody[], memberId: string | null, reach: Reach): Grants {
  const objects = new Map<string, ResolvedRight>();
  const own = memberId === null ? [] : [memberId];
  const members = (scope: MemberScope) => (scope === "own" ? own : reach[scope].members);
  return {
    permissions: permissionsOf(roles),
    members,
    units: (scope) => reach[scope === "own" ? "unit" : scope].units,
    object(key) {
      let right = objects.get(key);
      if (!right) {
        right = resolveRight(roles, key, members);
        objects.set(key, right);
      }
      return right;
    },
  };
}

function resolveRight(
  roles: readonly RoleBody[],
  object: string,
  members: (scope: MemberScope) => readonly string[],
): ResolvedRight {
  const rights = rightsOn(roles, object);
  const resolve = (scopes: readonly Scope[]) => resolveScopes(scopes, members);
  return {
    read: resolve(rights.read),
    update: resolve(rights.update),
    delete: resolve(rights.delete),
    create: rights.create,
    export: rights.export,
    field: rights.field,
  };
}

/** The widest member scope holds the narrower ones, so one list of ids is enough. */
function resolveScopes(
  scopes: readonly Scope[],
  members: (scope: MemberScope) => readonly string[],
): readonly ResolvedScope[] {
  if (scopes.includes("all")) return [{ kind: "all" }];
  const widest = (["subtree", "unit", "own"] as const).find((scope) => scopes.includes(scope));
  const ids = widest ? members(widest) : [];
  const rules = rulesOf(scopes).map((filter) => ({ kind: "rule", filter }) as const);
  return ids.length > 0 ? [{ kind: "members", ids }, ...rules] : rules;
}
