import type { World } from "@dabiao/core/model/kind.ts";
import { demandGrantable } from "@dabiao/core/people/grantable.ts";
import type { Member, MemberChange, NewMember } from "@dabiao/core/people/member.ts";
import { memberSearchText, namePinyin } from "@dabiao/core/people/member.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import { recordAudit } from "./audit-store.ts";
import { demandAdminRemains } from "./last-admin-store.ts";
import { getMember } from "./member-list-store.ts";
import { touchOrganisation } from "./organisation-store.ts";
import type { MemberRow } from "./tables.ts";
import { usableUnit } from "./unit-store.ts";

/** A row for a member who cannot sign in yet. */
export function memberRow(
  id: string,
  now: Date,
  details: Pick<NewMember, "name" | "email" | "phone" | "employeeNo" | "joinedOn">,
): MemberRow {
  return {
    id,
    name: details.name,
    pinyin: namePinyin(details.name),
    search: memberSearchText(details),
    email: details.email,
    phone: details.phone,
    employee_no: details.employeeNo,
    account_id: null,
    state: "active",
    joined_on: details.joinedOn,
    left_on: null,
    locale: "zh-CN",
    created_at: now,
    updated_at: now,
  };
}

/** The first membership counts from the day of joining, or since ever, so that facts imported from before find a unit. */
export async function createMember(trx: Trx, access: Access, world: World, member: NewMember): Promise<Member> {
  access.demand("people.manage");
  demandGrantable(world, access.permissions, member.roleKeys);
  await touchOrganisation(trx);
  await usableUnit(trx, member.unitId, "unitId");
  await demandOwnContact(trx, null, member);
  const id = newId(trx.now);
  await trx.tables
    .insertInto("member")
    .values(memberRow(id, trx.now, member))
    .execute();
  const from_day = member.joinedOn ?? EVER;
  const place = { id: newId(trx.now), member_id: id, unit_id: member.unitId, kind: "primary" as const };
  await trx.tables
    .insertInto("membership")
    .values({ ...place, from_day, to_day: null })
    .execute();
  await insertRoles(trx, id, member.roleKeys);
  await recordAudit(trx, access.actor, {
    kind: "member_created",
    subject: "member",
    subjectId: id,
    detail: { after: member },
  });
  return await getMember(trx, access, id, trx.now);
}

export async function changeMember(trx: Trx, access: Access, id: string, change: MemberChange): Promise<Member> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const before = await lockedMember(trx, id);
  await demandOwnContact(trx, id, change);
  const details = {
    name: change.name ?? before.name,
    email: change.email === undefined ? before.email : change.email,
    phone: change.phone === undefined ? before.phone : change.phone,
    employeeNo: change.employeeNo === undefined ? before.employee_no : change.employeeNo,
    joinedOn: change.joinedOn === undefined ? before.joined_on : change.joinedOn,
  };
  const { name, pinyin, search, email, phone, employee_no, joined_on } = memberRow(id, trx.now, details);
  const set = { name, pinyin, search, email, phone, employee_no, joined_on, updated_at: trx.now };
  await trx.tables.updateTable("member").set(set).where("id", "=", id).execute();
  await recordAudit(trx, access.actor, {
    kind: "member_changed",
    subject: "member",
    subjectId: id,
    detail: { before: { name: before.name, email: before.email, employeeNo: before.employee_no }, after: change },
  });
  return await getMember(trx, access, id, trx.now);
}

/** Access ends at once; memberships stay open, so later receipts of this member's deals still reach the team. */
export async function leave(trx: Trx, access: Access, id: string, day: string): Promise<Member> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const before = await lockedMember(trx, id);
  const set = { state: "left" as const, left_on: day, updated_at: trx.now };
  await trx.tables.updateTable("member").set(set).where("id", "=", id).execute();
  await demandAdminRemains(trx);
  const detail = { before: { state: before.state }, after: { day } };
  await recordAudit(trx, access.actor, { kind: "member_left", subject: "member", subjectId: id, detail });
  return await getMember(trx, access, id, trx.now);
}

export async function comeBack(trx: Trx, access: Access, id: string): Promise<Member> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const before = await lockedMember(trx, id);
  if (before.state === "left") {
    const set = { state: "active" as const, left_on: null, updated_at: trx.now };
    await trx.tables.updateTable("member").set(set).where("id", "=", id).execute();
    await recordAudit(trx, access.actor, { kind: "member_returned", subject: "member", subjectId: id });
  }
  return await getMember(trx, access, id, trx.now);
}

/** The roles a member has from now on. */
export async function putRoles(
  trx: Trx,
  access: Access,
  world: World,
  id: string,
  roleKeys: readonly string[],
): Promise<Member> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  await lockedMember(trx, id);
  const gone = await trx.tables.deleteFrom("member_role").where("member_id", "=", id).returning("role_key").execute();
  const before = gone.map((row) => row.role_key);
  const added = roleKeys.filter((role) => !before.includes(role));
  const removed = before.filter((role) => !roleKeys.includes(role) && world.get(roleKind, role));
  demandGrantable(world, access.permissions, [...added, ...removed]);
  await insertRoles(trx, id, roleKeys);
  await demandAdminRemains(trx);
  const detail = { before: before.sort(), after: [...roleKeys].sort() };
  await recordAudit(trx, access.actor, { kind: "roles_changed", subject: "member", subjectId: id, detail });
  return await getMember(trx, access, id, trx.now);
}

export async function lockedMember(trx: Trx, id: string): Promise<MemberRow> {
  const row = await trx.tables.selectFrom("member").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal("not_found", { what: "member" });
  return row;
}

export async function insertRoles(trx: Trx, memberId: string, roleKeys: readonly string[]): Promise<void> {
  const rows = [...new Set(roleKeys)].map((role_key) => ({ member_id: memberId, role_key }));
  if (rows.length > 0) await trx.tables.insertInto("member_role").values(rows).execute();
}

/** @throws Refusal `email_taken`, `conflict` for an employee number */
async function demandOwnContact(trx: Trx, id: string | null, contact: MemberChange): Promise<void> {
  const taken = (column: "email" | "employee_no", value: string) =>
    trx.tables
      .selectFrom("member")
      .select("id")
      .where(column, "=", value)
      .$if(id !== null, (rows) => rows.where("id", "<>", id!))
      .executeTakeFirst();
  if (contact.email && (await taken("email", contact.email))) {
    throw new Refusal("email_taken", { email: contact.email }, ["body", "email"]);
  }
  if (contact.employeeNo && (await taken("employee_no", contact.employeeNo))) {
    throw new Refusal("conflict", { what: "employeeNo" }, ["body", "employeeNo"]);
  }
}
