/** What PostgreSQL says when a lock did not come in time, two waited for each other, or the rows moved. */
const PASSING: ReadonlySet<unknown> = new Set(["55P03", "40P01", "40001"]);
const TRIES = 6;
const PAUSE_MS = 250;

/** Does work again that met a passing hindrance, with growing pauses: 0.25 s, 0.5 s, 1 s, 2 s, 4 s. */
export async function withRetries<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      if (!PASSING.has(code) || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** (attempt - 1)));
    }
  }
}
