import { ROLE_OF_ADMIN } from "@dabiao/core/people/default-roles.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx } from "../platform/postgres/db.ts";

/**
 * Somebody who can sign in must still be administrator; called after the change, under the organisation's lock.
 * A workspace that never had one (the demo company before anybody enters) is let be.
 *
 * @throws Refusal `last_admin`
 */
export async function demandAdminRemains(trx: Trx): Promise<void> {
  const admins = await trx.tables
    .selectFrom("member_role")
    .innerJoin("member", "member.id", "member_role.member_id")
    .select("member.id")
    .where("role_key", "=", ROLE_OF_ADMIN)
    .where("state", "=", "active")
    .where("account_id", "is not", null)
    .limit(1)
    .execute();
  if (admins.length > 0) return;
  const account = await trx.tables
    .selectFrom("member")
    .select("id")
    .where("account_id", "is not", null)
    .limit(1)
    .execute();
  if (account.length > 0) throw new Refusal("last_admin");
}
