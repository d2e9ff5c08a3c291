import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { actorName } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { refusalStatus } from "@dabiao/core/refusals.ts";
import type { FastifyRequest } from "fastify";
import { withCommitMark } from "../postgres/commit-mark.ts";
import type { Db } from "../postgres/db.ts";
import { errorAnswer, refusalOf } from "./answer-error.ts";
import type { Identity } from "./authenticator.ts";
import { claimKey, doneUnder, type KeptAnswer, type KeyUse, keepAnswer, releaseKey } from "./idempotency-store.ts";

const KEY = /^[\x21-\x7e]{1,200}$/;
const POLL_MS = 100;
const WAIT_MS = 10_000;
/** Refusals that tell to try again are not kept. */
const PASSING = new Set([429, 500, 503]);

/** How this request uses an idempotency key; null when it sends none or nobody is signed in. */
export function keyUse(request: FastifyRequest, identity: Identity | null): KeyUse | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined || identity === null) return null;
  if (typeof key !== "string" || !KEY.test(key)) {
    throw new Refusal("invalid_value", { reason: "idempotency_key" }, ["headers", "idempotency-key"]);
  }
  return { scope: scopeOf(identity), key, fingerprint: fingerprintOf(request) };
}

/**
 * Does the work once per key: a repeat gets the first answer, a simultaneous one waits for it.
 * An answer the work could not give (a bug, a busy database) leaves the key free.
 *
 * @throws Refusal `idempotency_mismatch`, `idempotency_running` when the first request takes over ten seconds, or
 * `idempotency_unanswered`
 */
export async function onceOnly(
  db: Db,
  use: KeyUse,
  clock: () => Date,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const kept = await claimOrWait(db, use, clock);
  if (kept) return kept;
  const answer = await withCommitMark(doneUnder(use), work).catch(async (error: unknown) => {
    const refusal = refusalOf(error);
    if (refusal && !PASSING.has(refusalStatus(refusal.code))) {
      return { status: refusalStatus(refusal.code), body: JSON.stringify(errorAnswer(refusal)) };
    }
    await releaseKey(db, use);
    throw error;
  });
  await keepAnswer(db, use, answer);
  return answer;
}

async function claimOrWait(db: Db, use: KeyUse, clock: () => Date): Promise<KeptAnswer | null> {
  for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += POLL_MS) {
    const outcome = await claimKey(db, use, clock());
    if (outcome === "claimed") return null;
    if (outcome !== "running") return outcome;
    await sleep(POLL_MS);
  }
  throw new Refusal("idempotency_running", { key: use.key });
}

function scopeOf(identity: Identity): string {
  const workspace = identity.workspace?.id ?? "";
  return identity.actor ? `${workspace}/${actorName(identity.actor)}` : `account:${identity.account?.id ?? ""}`;
}

function fingerprintOf(request: FastifyRequest): string {
  const body = JSON.stringify(request.body ?? null);
  return createHash("sha256").update(`${request.method} ${request.url}\n${body}`).digest("base64url");
}
