import { Refusal } from "@dabiao/core/platform/refusal.ts";

/** Callers remembered at once; past it the full buckets, which say nothing, are forgotten. */
const MOST_CALLERS = 20_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket per caller, in the memory of the process: a minute's allowance may be used in a burst
 * and comes back evenly. Several processes allow as many times the rate, which is enough against abuse.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, clock: () => number) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** Counts one request. @throws Refusal `too_many_requests` with the seconds until the next is taken */
  take(caller: string): void {
    const now = this.#clock();
    const bucket = this.#buckets.get(caller) ?? this.#open(caller, now);
    bucket.tokens = this.#filled(bucket, now);
    bucket.at = now;
    if (bucket.tokens < 1) {
      throw new Refusal("too_many_requests", { seconds: Math.ceil(((1 - bucket.tokens) * 60) / this.#perMinute) });
    }
    bucket.tokens -= 1;
  }

  #open(caller: string, now: number): Bucket {
    if (this.#buckets.size >= MOST_CALLERS) this.#forget(now);
    const bucket = { tokens: this.#perMinute, at: now };
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  #filled(bucket: Bucket, now: number): number {
    return Math.min(this.#perMinute, bucket.tokens + ((now - bucket.at) * this.#perMinute) / 60_000);
  }

  #forget(now: number): void {
    for (const [caller, bucket] of this.#buckets) {
      if (this.#filled(bucket, now) >= this.#perMinute) this.#buckets.delete(caller);
    }
    if (this.#buckets.size >= MOST_CALLERS) this.#buckets.clear();
  }
}
