import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { CommitMark } from "../postgres/commit-mark.ts";
import type { Db } from "../postgres/db.ts";
import "./tables.ts";

/** How long an answer is kept. */
const KEPT_MS = 24 * 3600_000;
/** A request that has not answered by now died with its process; its key may be used again. */
const LEASE_MS = 120_000;

export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** One use of a key: who, which key, and a hash of what was asked. */
export interface KeyUse {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

/**
 * Takes the key for this request, or gives the answer kept under it; `running` while another request holds it.
 * One insert decides between concurrent requests.
 *
 * @throws Refusal `idempotency_mismatch` when the key was used for a different request; `idempotency_unanswered` when
 * its work was committed and the process died before it answered
 */
export async function claimKey(db: Db, use: KeyUse, now: Date): Promise<"claimed" | "running" | KeptAnswer> {
  const row = { ...use, status: null, body: null, at: now, done_at: null };
  const claimed = await db.platform
    .insertInto("idempotent_answer")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["scope", "key"])
        .doUpdateSet(row)
        .where((eb) =>
          eb.or([
            eb("idempotent_answer.at", "<", new Date(now.getTime() - KEPT_MS)),
            eb.and([
              eb("idempotent_answer.status", "is", null),
              eb("idempotent_answer.done_at", "is", null),
              eb("idempotent_answer.at", "<", new Date(now.getTime() - LEASE_MS)),
            ]),
          ]),
        ),
    )
    .returning("key")
    .executeTakeFirst();
  if (claimed) return "claimed";
  const kept = await ofKey(db, use).select(["fingerprint", "status", "body", "at", "done_at"]).executeTakeFirst();
  if (!kept) return "running";
  if (kept.fingerprint !== use.fingerprint) throw new Refusal("idempotency_mismatch", { key: use.key });
  if (kept.status !== null) return { status: kept.status, body: kept.body ?? "" };
  const isLost = kept.done_at !== null && kept.at.getTime() < now.getTime() - LEASE_MS;
  if (isLost) throw new Refusal("idempotency_unanswered", { key: use.key });
  return "running";
}

/** Notes under the key, in the transaction of the work, that it is done. */
export function doneUnder({ scope, key }: KeyUse): CommitMark {
  return async ({ platform, now }) => {
    await platform
      .updateTable("idempotent_answer")
      .set({ done_at: now })
      .where("scope", "=", scope)
      .where("key", "=", key)
      .execute();
  };
}

export async function keepAnswer(db: Db, use: KeyUse, answer: KeptAnswer): Promise<void> {
  await db.platform
    .updateTable("idempotent_answer")
    .set({ status: answer.status, body: answer.body })
    .where("scope", "=", use.scope)
    .where("key", "=", use.key)
    .execute();
}

/** Gives the key back after a failure that a repeat may cure. */
export async function releaseKey(db: Db, use: KeyUse): Promise<void> {
  await db.platform.deleteFrom("idempotent_answer").where("scope", "=", use.scope).where("key", "=", use.key).execute();
}

/** Forgets what is older than a day. */
export async function forgetAnswers(db: Db, now: Date): Promise<void> {
  await db.platform
    .deleteFrom("idempotent_answer")
    .where("at", "<", new Date(now.getTime() - KEPT_MS))
    .execute();
}

function ofKey(db: Db, use: KeyUse) {
  return db.platform.selectFrom("idempotent_answer").where("scope", "=", use.scope).where("key", "=", use.key);
}
