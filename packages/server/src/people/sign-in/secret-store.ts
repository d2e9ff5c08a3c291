import { randomBytes } from "node:crypto";
import type { Db } from "../../platform/postgres/db.ts";

/** A random value all processes of the instance share; the first process to ask makes it. */
export async function instanceSecret(db: Db, name: string, now: Date): Promise<string> {
  const value = randomBytes(32).toString("base64url");
  await db.platform
    .insertInto("instance_secret")
    .values({ name, value, created_at: now })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await db.platform
    .selectFrom("instance_secret")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return row.value;
}
