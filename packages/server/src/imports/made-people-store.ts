import type { Trx } from "../platform/postgres/db.ts";

/** The members and units made in this transaction. */
export async function madePeople(trx: Trx, at: Date): Promise<{ members: string[]; units: string[] }> {
  const members = await trx.tables.selectFrom("member").select("id").where("created_at", "=", at).execute();
  const units = await trx.tables.selectFrom("unit").select("id").where("created_at", "=", at).execute();
  return { members: members.map(({ id }) => id), units: units.map(({ id }) => id) };
}
