import type { Query, QueryClient } from "@tanstack/react-query";

const PAUSE_MS = 500;

/** Queries that changes have made stale, and the end of reading them again. */
export interface StaleQueries {
  add(isStale: (query: Query) => boolean): void;
  stop(): void;
}

/**
 * Reads stale queries again after a short pause, and never breaks off a reading that is under way: while changes
 * pour in (an import, a busy morning) a slow figure would otherwise be begun again and again and never be shown.
 */
export function staleQueries(client: QueryClient): StaleQueries {
  const waiting = new Set<Query>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function readAgain() {
    timer = undefined;
    const ready = new Set([...waiting].filter(({ state }) => state.fetchStatus !== "fetching"));
    for (const query of ready) waiting.delete(query);
    void client.invalidateQueries({ predicate: (query) => ready.has(query) });
    if (waiting.size > 0) timer = setTimeout(readAgain, PAUSE_MS);
  }

  return {
    add(isStale) {
      for (const query of client.getQueryCache().findAll({ predicate: isStale })) waiting.add(query);
      if (waiting.size > 0) timer ??= setTimeout(readAgain, PAUSE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
