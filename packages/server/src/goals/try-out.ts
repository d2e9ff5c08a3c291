import type { Trx, Workspace } from "../platform/postgres/db.ts";

class TakenBack extends Error {}

/** Does the work and takes it back: what it would give, by the very code that would do it. */
export async function tryOut<Result>(ws: Workspace, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const results: Result[] = [];
  try {
    await ws.transaction(async (trx) => {
      results.push(await work(trx));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return results[0] as Result;
}
