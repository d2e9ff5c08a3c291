import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx } from "../platform/postgres/db.ts";

/**
 * The active member with that e-mail address, however it is capitalised.
 * @throws Refusal `not_found`
 */
export async function memberByEmail(trx: Trx, email: string): Promise<string> {
  const row = await trx.tables
    .selectFrom("member")
    .select("id")
    .where("email", "=", email.trim().toLowerCase())
    .where("state", "=", "active")
    .orderBy("id")
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", { what: `member ${email}` });
  return row.id;
}
