import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Db } from "./postgres/db.ts";

/**
 * The one-time key to a fresh install: whoever reads the server's own output may claim it, and nobody else.
 * Each call makes a new token and the last one is void, because only the hash is kept.
 */
export async function issueSetupToken(db: Db, now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const row = { token_hash: hashOf(token), created_at: now };
  await db.platform
    .insertInto("setup_token")
    .values(row)
    .onConflict((conflict) => conflict.column("singleton").doUpdateSet(row))
    .execute();
  return token;
}

/** Whether nobody has an account in any workspace yet. One that is still being founded may yet come to nothing. */
export async function isUnclaimed(db: Db): Promise<boolean> {
  const anybody = await db.platform
    .selectFrom("workspace_account as entry")
    .innerJoin("workspace", "workspace.id", "entry.workspace_id")
    .select("entry.account_id")
    .where("workspace.state", "<>", "founding")
    .limit(1)
    .executeTakeFirst();
  return anybody === undefined;
}

/** Whether the token would still be taken: for the set-up page, before anything is typed. */
export async function isSetupToken(db: Db, token: string): Promise<boolean> {
  const row = await db.platform.selectFrom("setup_token").select("token_hash").executeTakeFirst();
  return row !== undefined && timingSafeEqual(Buffer.from(row.token_hash), Buffer.from(hashOf(token)));
}

/** Takes the token away. True for exactly one caller, however many come at once. */
export async function consumeSetupToken(db: Db, token: string): Promise<boolean> {
  const gone = await db.platform.deleteFrom("setup_token").where("token_hash", "=", hashOf(token)).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
