import { Refusal } from "../platform/refusal.ts";
import { shareUnits } from "./share-units.ts";

/** A node of the tree of people: the company, a unit or a person. */
export interface PersonNode {
  readonly name: string;
  /** Places of those right below; none for people. */
  readonly below: readonly number[];
  /** A person's weight; of units the sum is taken. */
  readonly weight: bigint;
}

/**
 * Hands a total down a tree of people: units by what their people weigh, then the people, each level by largest
 * remainder. Locked nodes keep their value.
 *
 * @param nodes children after their parents; the first is the top
 * @throws Refusal `target_all_locked`
 * @source SPEC.md G-01, G-04
 */
export function shareAmongPeople(
  nodes: readonly PersonNode[],
  total: bigint,
  locked: ReadonlyMap<number, bigint>,
): bigint[] {
  const weights = nodes.map(({ weight }) => weight);
  for (let place = nodes.length - 1; place >= 0; place--) {
    const below = nodes[place]?.below ?? [];
    if (below.length > 0) weights[place] = below.reduce((sum, child) => sum + (weights[child] ?? 0n), 0n);
  }
  const amounts = nodes.map(() => 0n);
  amounts[0] = total;
  for (const [place, { below }] of nodes.entries()) {
    if (below.length === 0) continue;
    const open = below.filter((child) => !locked.has(child));
    const rest = below.reduce((left, child) => left - (locked.get(child) ?? 0n), amounts[place] ?? 0n);
    if (open.length === 0 && rest !== 0n) throw new Refusal("target_all_locked", { residue: String(rest) });
    const sign = rest < 0n ? -1n : 1n;
    const shares = shareUnits(
      rest * sign,
      open.map((child) => weights[child] ?? 0n),
    );
    for (const child of below) amounts[child] = locked.get(child) ?? 0n;
    for (const [index, child] of open.entries()) amounts[child] = (shares[index] ?? 0n) * sign;
  }
  return amounts;
}
