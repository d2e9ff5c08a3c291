import type { PersonNode } from "@dabiao/core/goals/people-tree.ts";
import type { Placed } from "./people-store.ts";

/**
 * The company, its units parents first, and the people, as one tree. The top unit is the company itself. Without units
 * everybody stands right below the company.
 */
export function peopleNodes(people: readonly Placed[], weights: readonly bigint[], units: boolean): PersonNode[] {
  const nodes: { name: string; below: number[]; weight: bigint }[] = [{ name: "company", below: [], weight: 0n }];
  const places = new Map<string, number>();
  const place = (name: string, parent: number, weight: bigint): number => {
    const index = nodes.push({ name, below: [], weight }) - 1;
    nodes[parent]?.below.push(index);
    return index;
  };
  // From the top down: a person's path ends at the top unit.
  const depth = people.reduce((most, { path }) => Math.max(most, path.length), 0);
  for (let level = 2; units && level <= depth; level++)
    for (const { path } of people) {
      const unit = path.at(-level);
      if (unit === undefined || places.has(unit)) continue;
      places.set(unit, place(`unit/${unit}`, places.get(path.at(1 - level) ?? "") ?? 0, 0n));
    }
  for (const [index, { id, path }] of people.entries())
    place(`member/${id}`, places.get(path[0] ?? "") ?? 0, weights[index] ?? 0n);
  return nodes;
}
