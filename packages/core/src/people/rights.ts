import type { Filter } from "../records/filter.ts";
import type { FieldRight, ObjectRight, Permission, RoleBody, Scope } from "./role.ts";

/** What several roles together allow on one object: their scopes side by side, the best right per field. */
export interface Rights {
  readonly read: readonly Scope[];
  readonly update: readonly Scope[];
  readonly delete: readonly Scope[];
  readonly create: boolean;
  readonly export: boolean;
  field(key: string): FieldRight;
}

const STRENGTH: Readonly<Record<FieldRight, number>> = { hidden: 0, masked: 1, read: 2, write: 3 };

/**
 * Adds up what roles allow on an object. A role that does not name the object speaks for it by `*`.
 * A field a role does not name is as open as the role's record rights: writable. A role that gives neither
 * reading nor creating says nothing about fields, so it opens none.
 */
export function rightsOn(roles: readonly RoleBody[], object: string): Rights {
  const rights = roles.flatMap((role) => role.objects[object] ?? role.objects["*"] ?? []);
  const speaking = rights.filter((right) => right.read !== "none" || right.create);
  return {
    read: scopesOf(rights, "read"),
    update: scopesOf(rights, "update"),
    delete: scopesOf(rights, "delete"),
    create: rights.some((right) => right.create),
    export: rights.some((right) => right.export),
    field: (key) =>
      speaking.reduce<FieldRight>((best, right) => stronger(best, right.fields[key] ?? "write"), "hidden"),
  };
}

/** Every permission that at least one of the roles has. */
export function permissionsOf(roles: readonly RoleBody[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => role.permissions));
}

/** The filters among scopes. */
export function rulesOf(scopes: readonly Scope[]): Filter[] {
  return scopes.flatMap((scope) => (typeof scope === "string" ? [] : [scope.rule]));
}

function scopesOf(rights: readonly ObjectRight[], action: "read" | "update" | "delete"): Scope[] {
  const scopes = rights.map((right) => right[action]).filter((scope) => scope !== "none");
  return scopes.includes("all") ? ["all"] : scopes;
}

function stronger(a: FieldRight, b: FieldRight): FieldRight {
  return STRENGTH[a] >= STRENGTH[b] ? a : b;
}
