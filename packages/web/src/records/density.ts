import { useSyncExternalStore } from "react";
import type { Density } from "../theme/tokens.ts";

const STORED_AS = "dabiao.density";
const listeners = new Set<() => void>();

/** How tall rows are, for every list of this reader. */
export function useDensity(): [Density, (density: Density) => void] {
  const density = useSyncExternalStore(subscribe, read);
  return [density, keep];
}

function read(): Density {
  const stored = localStorage.getItem(STORED_AS);
  return stored === "relaxed" || stored === "compact" ? stored : "standard";
}

function keep(density: Density): void {
  localStorage.setItem(STORED_AS, density);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
