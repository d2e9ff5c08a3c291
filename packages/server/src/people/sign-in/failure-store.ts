import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Db } from "../../platform/postgres/db.ts";

const WINDOW_MS = 15 * 60_000;
/** From one address for one e-mail; and for one e-mail from anywhere, so that many addresses do not help a guesser. */
const MOST_FROM_ADDRESS = 8;
const MOST_FROM_ANYWHERE = 40;

/**
 * Failures are counted by what was typed, whether such an account exists or not: neither the lock nor the answer
 * tells who has an account. Kept in the database, so several processes count together.
 *
 * @throws Refusal `sign_in_locked`
 */
export async function demandNotLocked(db: Db, email: string, address: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const rows = await db.platform
    .selectFrom("sign_in_failure")
    .select(["key", "failures", "since"])
    .where("key", "in", keysOf(email, address))
    .where("since", ">", since)
    .execute();
  const locked = rows.find((row) => row.failures >= (row.key === email ? MOST_FROM_ANYWHERE : MOST_FROM_ADDRESS));
  if (!locked) return;
  const leftMs = locked.since.getTime() + WINDOW_MS - now.getTime();
  throw new Refusal("sign_in_locked", { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) });
}

export async function countFailure(db: Db, email: string, address: string, now: Date): Promise<void> {
  const ended = new Date(now.getTime() - WINDOW_MS);
  await db.platform.deleteFrom("sign_in_failure").where("since", "<=", ended).execute();
  await db.platform
    .insertInto("sign_in_failure")
    .values(keysOf(email, address).map((key) => ({ key, failures: 1, since: now })))
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((row) => ({ failures: row("sign_in_failure.failures", "+", 1) })),
    )
    .execute();
}

export async function forgetFailures(db: Db, email: string, address: string): Promise<void> {
  await db.platform.deleteFrom("sign_in_failure").where("key", "in", keysOf(email, address)).execute();
}

function keysOf(email: string, address: string): [string, string] {
  return [email, `${email}|${address}`];
}
