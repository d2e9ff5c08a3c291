import { MAX_CHAIN } from "./limits.ts";

/** Why a set of formulas cannot be computed: the keys that lead back to the first, or a chain that is too long. */
export interface FormulaCycle {
  readonly kind: "cycle" | "chain";
  /** In the order of reference; for a cycle the first key stands again at the end. */
  readonly path: readonly string[];
}

/**
 * Looks for formulas that depend on themselves, or on a chain of more than 5 formulas (D19).
 *
 * @param formulas every formula's key with the keys it refers to; keys that are no formulas are plain fields
 * @returns the first fault in the map's order, or undefined
 */
export function formulaCycle(formulas: ReadonlyMap<string, readonly string[]>): FormulaCycle | undefined {
  const chains = new Map<string, readonly string[]>();
  for (const key of formulas.keys()) {
    const found = longestChain(key, [], formulas, chains);
    if ("kind" in found) return found;
    if (found.length > MAX_CHAIN) return { kind: "chain", path: found };
  }
  return undefined;
}

/** The longest chain of formulas from this one on; remembered, so that shared parts are walked once. */
function longestChain(
  key: string,
  above: readonly string[],
  formulas: ReadonlyMap<string, readonly string[]>,
  chains: Map<string, readonly string[]>,
): readonly string[] | FormulaCycle {
  const known = chains.get(key);
  if (known) return known;
  if (above.includes(key)) return { kind: "cycle", path: [...above.slice(above.indexOf(key)), key] };
  // A chain this deep is refused whatever follows; stopping here also bounds the recursion.
  if (above.length > MAX_CHAIN * 20) return { kind: "chain", path: above.slice(0, MAX_CHAIN + 1) };
  let longest: readonly string[] = [];
  for (const reference of formulas.get(key) ?? []) {
    if (!formulas.has(reference)) continue;
    const below = longestChain(reference, [...above, key], formulas, chains);
    if ("kind" in below) return below;
    if (below.length > longest.length) longest = below;
  }
  const chain = [key, ...longest];
  chains.set(key, chain);
  return chain;
}
