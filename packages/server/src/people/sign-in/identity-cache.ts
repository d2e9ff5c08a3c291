const KEPT_MS = 3_000;
const MOST_KEPT = 20_000;

interface Kept {
  readonly until: number;
  readonly answer: Promise<unknown>;
}

/**
 * Who a cookie or key is, kept for three seconds so that a page's many requests ask once. Every change of people
 * in this process forgets it at once; another process sees the change three seconds later at most.
 */
const kept = new Map<string, Kept>();

export async function rememberIdentity<Value>(key: string, now: number, load: () => Promise<Value>): Promise<Value> {
  const known = kept.get(key);
  if (known && known.until > now) return (await known.answer) as Value;
  if (kept.size >= MOST_KEPT) kept.clear();
  const answer = load();
  kept.set(key, { until: now + KEPT_MS, answer });
  answer.catch(() => kept.delete(key));
  return await answer;
}

/** Called after every commit that changes a member, a role held, a session or a key. */
export function forgetIdentities(): void {
  kept.clear();
}
