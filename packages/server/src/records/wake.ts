import type { Trx } from "../platform/postgres/db.ts";

type Waker = (workspaceId: string) => void;

const wakers = new Set<Waker>();

/** After the commit, tells this process's dispatchers that changes wait. Those of other processes poll and listen. */
export function wakeDispatcher(trx: Trx): void {
  trx.afterCommit(() => {
    for (const wake of wakers) wake(trx.workspaceId);
  });
}

/** Adds a dispatcher to be woken; gives the way to leave. */
export function onWake(wake: Waker): () => void {
  wakers.add(wake);
  return () => wakers.delete(wake);
}
