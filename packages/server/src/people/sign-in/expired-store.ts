import type { Db } from "../../platform/postgres/db.ts";

const FAILURES_KEPT_MS = 86_400_000;

export async function forgetExpired(db: Db, now: Date): Promise<void> {
  await db.platform.deleteFrom("session").where("expires_at", "<", now).execute();
  await db.platform.deleteFrom("verification").where("expires_at", "<", now).execute();
  await db.platform.deleteFrom("one_time_link").where("expires_at", "<", now).execute();
  const before = new Date(now.getTime() - FAILURES_KEPT_MS);
  await db.platform.deleteFrom("sign_in_failure").where("since", "<", before).execute();
}
