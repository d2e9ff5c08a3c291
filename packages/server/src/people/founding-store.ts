import { ROLE_OF_ADMIN } from "@dabiao/core/people/default-roles.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { insertRoles, memberRow } from "./member-store.ts";
import { createRootUnit, touchOrganisation } from "./organisation-store.ts";

/** A new workspace's first people: the top unit, named as the company, and its administrator. */
export async function foundOrganisation(
  trx: Trx,
  company: string,
  admin: { readonly name: string; readonly email: string },
): Promise<{ unitId: string; memberId: string }> {
  await touchOrganisation(trx);
  const unitId = await createRootUnit(trx, company.slice(0, 100));
  const memberId = newId(trx.now);
  const details = { ...admin, phone: null, employeeNo: null, joinedOn: null };
  await trx.tables
    .insertInto("member")
    .values(memberRow(memberId, trx.now, details))
    .execute();
  await trx.tables
    .insertInto("membership")
    .values({ id: newId(trx.now), member_id: memberId, unit_id: unitId, kind: "primary", from_day: EVER, to_day: null })
    .execute();
  await insertRoles(trx, memberId, [ROLE_OF_ADMIN]);
  return { unitId, memberId };
}
