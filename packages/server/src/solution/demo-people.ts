import type { World } from "@dabiao/core/model/kind.ts";
import { ROLE_OF_PERSON } from "@dabiao/core/people/default-roles.ts";
import type { PersonRow } from "@dabiao/core/people/member.ts";
import type { DemoCompany } from "@dabiao/sales/demo/company.ts";
import type { DemoMember, DemoUnit } from "@dabiao/sales/demo/people.ts";
import type { Access } from "../people/access.ts";
import { changeMember, putRoles } from "../people/member-store.ts";
import { upsertPeople } from "../people/people-batch.ts";
import type { Trx } from "../platform/postgres/db.ts";

/** Puts the demo's people into the organisation. @returns the member of each demo id */
export async function addDemoPeople(
  trx: Trx,
  access: Access,
  world: World,
  company: DemoCompany,
): Promise<Map<string, string>> {
  const { memberIds } = await upsertPeople(trx, access, rowsOf(company));
  const members = new Map(company.members.map((member, index) => [member.id, memberIds[index] ?? ""]));
  for (const { id, role, skill, isNewcomer, joinedOn } of company.members) {
    const member = members.get(id) ?? "";
    const sells = skill > 0 && role !== "leader";
    if (role !== ROLE_OF_PERSON) await putRoles(trx, access, world, member, sells ? [ROLE_OF_PERSON, role] : [role]);
    if (isNewcomer) await changeMember(trx, access, member, { joinedOn });
  }
  return members;
}

function rowsOf({ units, members }: DemoCompany): PersonRow[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const nameOf = new Map(members.map((member) => [member.id, member.name]));
  return members.map((member) => rowOf(member, unitOf, nameOf));
}

/** The path stands below the company, which is there already. */
function rowOf(
  member: DemoMember,
  unitOf: ReadonlyMap<string, DemoUnit>,
  nameOf: ReadonlyMap<string, string>,
): PersonRow {
  const path: string[] = [];
  for (let unit = unitOf.get(member.unitId); unit?.parentId; unit = unitOf.get(unit.parentId)) path.unshift(unit.name);
  const leader = nameOf.get(unitOf.get(member.unitId)?.leaderId ?? "");
  return { name: member.name, unitPath: path, ...(leader ? { leaderName: leader } : {}) };
}
