import type { World } from "@dabiao/core/model/kind.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { rightsOn } from "@dabiao/core/people/rights.ts";
import type { RoleBody, Scope } from "@dabiao/core/people/role.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import type { Grant, WhyAnswer } from "@dabiao/core/people/why.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { type Access, type MemberScope, resolveAccess } from "./access.ts";
import { getMember } from "./member-list-store.ts";
import { unitsOn } from "./organisation-store.ts";
import type { PeopleOptions } from "./people-options.ts";
import { sharesWith } from "./share-store.ts";

interface Question {
  readonly memberId: string;
  readonly object: string;
  readonly recordId?: string | undefined;
}

const ACTIONS = ["read", "update", "delete"] as const;

/**
 * Why a member can see an object's records, or one record: every role's grant as data. One may ask about oneself;
 * about others who manages people or roles.
 *
 * @throws Refusal `forbidden`, `not_found`
 */
export async function explainSight(
  options: PeopleOptions,
  workspace: Workspace,
  asker: Access,
  { memberId, object, recordId }: Question,
): Promise<WhyAnswer> {
  if (memberId !== asker.memberId && !asker.can("roles.manage")) asker.demand("people.manage");
  const world = await options.worldOf(workspace);
  const shape = findObject(world, object);
  if (!shape) throw new Refusal("not_found", { what: "object" }, ["query", "object"]);
  const now = options.clock();
  const member = await getMember(workspace, asker, memberId, now);
  const access = await resolveAccess(workspace, world, actorFor(asker, workspace, memberId, member.roleKeys), now);
  const record = recordId === undefined ? null : await ownerOf(options, workspace, world, asker, object, recordId);
  const units = record?.owner ? await unitsOn(workspace, record.owner.id, dayAt(now, workspace.zone)) : [];
  const roles = member.roleKeys.flatMap((key) => {
    const body = world.get(roleKind, key);
    return body ? [{ key, body }] : [];
  });
  return {
    object,
    member: { id: member.id, name: member.name, state: member.state },
    record,
    canRead: record ? await options.records.canRead(workspace, world, access, object, record.id) : null,
    grants: roles.flatMap((role) => grantsOf(role, object, access, record, units)),
    shares: record
      ? await sharesWith(workspace, { object, recordId: record.id, memberId, units: access.units("unit"), now })
      : [],
    fields: [...shape.fields.values()].map(({ key, body }) => ({
      key,
      label: body.label,
      right: access.object(object).field(key),
      roles: roles.filter((role) => rightsOn([role.body], object).field(key) !== "hidden").map((role) => role.key),
    })),
  };
}

type SeenRecord = NonNullable<WhyAnswer["record"]>;

/** The asker must see the record too: an explanation is no way around one's own rights. */
async function ownerOf(
  { records, clock }: PeopleOptions,
  workspace: Workspace,
  world: World,
  asker: Access,
  object: string,
  id: string,
): Promise<SeenRecord> {
  const seen = await records.canRead(workspace, world, asker, object, id);
  const ownerId = seen ? await records.ownerOf(workspace, world, object, id) : undefined;
  if (ownerId === undefined) throw new Refusal("not_found", { what: "record" }, ["query", "id"]);
  if (ownerId === null) return { id, owner: null };
  const { name } = await getMember(workspace, asker, ownerId, clock());
  return { id, owner: { id: ownerId, name } };
}

function grantsOf(
  { key, body }: { key: string; body: RoleBody },
  object: string,
  access: Access,
  record: SeenRecord | null,
  units: readonly { id: string; name: string }[],
): Grant[] {
  const rights = rightsOn([body], object);
  return ACTIONS.flatMap((action) =>
    rights[action].map((scope) => ({
      role: key,
      label: body.label,
      action,
      scope,
      covers: record ? coversOwner(scope, access, record.owner?.id ?? null) : null,
      through: isOrganisational(scope) ? pathTo(access, scope, units) : [],
    })),
  );
}

/** Null when a rule decides. */
function coversOwner(scope: Scope, access: Access, ownerId: string | null): boolean | null {
  if (scope === "all") return true;
  if (scope === "none") return false;
  if (typeof scope !== "string") return null;
  return ownerId !== null && access.members(scope).includes(ownerId);
}

function isOrganisational(scope: Scope): scope is Exclude<MemberScope, "own"> {
  return scope === "unit" || scope === "subtree";
}

/** From the unit the member's reach begins at down to the owner's own. */
function pathTo(access: Access, scope: MemberScope, units: readonly { id: string; name: string }[]): string[] {
  const reach = new Set(access.units(scope));
  return units.filter((unit) => reach.has(unit.id)).map((unit) => unit.name);
}

function actorFor(asker: Access, workspace: Workspace, memberId: string, roleKeys: readonly string[]): MemberActor {
  const { orgVersion, locale, requestId } = asker.actor;
  return {
    kind: "member",
    workspaceId: workspace.id,
    memberId,
    accountId: null,
    roleKeys,
    orgVersion,
    locale,
    source: "ui",
    requestId,
  };
}
