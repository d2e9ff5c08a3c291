import { cascade } from "@dabiao/core/goals/cascade-units.ts";
import { type PersonNode, shareAmongPeople } from "@dabiao/core/goals/people-tree.ts";
import { wholeWeights } from "@dabiao/core/goals/share-units.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Vectors } from "./vector-store.ts";
import type { YearBasis } from "./year-basis.ts";

/** Locked periods of nodes, by place of the node and of the period, with what they keep in steps. */
export type YearLocks = ReadonlyMap<number, ReadonlyMap<number, bigint>>;

/** @param unit a step in the vectors' scale @throws Refusal `target_step` for a locked amount of another step */
export function yearLocks(
  nodes: readonly PersonNode[],
  periods: readonly string[],
  old: Vectors,
  locked: readonly { subject: string; period: string }[],
  unit: bigint,
): YearLocks {
  const nodeAt = new Map(nodes.map(({ name }, place) => [name, place]));
  const periodAt = new Map(periods.map((period, place) => [period, place]));
  const locks = new Map<number, Map<number, bigint>>();
  for (const { subject, period } of locked) {
    const node = nodeAt.get(subject);
    const place = periodAt.get(period);
    if (node === undefined || place === undefined) continue;
    const amount = old.of.get(subject)?.get("target")?.[place] ?? 0n;
    if (amount % unit !== 0n) throw new Refusal("target_locked", { period, amount: "" });
    const own = locks.get(node) ?? new Map<number, bigint>();
    locks.set(node, own.set(place, amount / unit));
  }
  return locks;
}

/**
 * Amounts of every node and period, in steps: a person's periods by the calendar, those of units and the company as the
 * sum of their people.
 *
 * @throws Refusal `target_all_locked`, `target_locked` for a unit's locked period that its people would not make
 */
export function yearAmounts(
  nodes: readonly PersonNode[],
  { tree, periodWeights }: YearBasis,
  total: bigint,
  locks: YearLocks,
): bigint[][] {
  const whole = new Map([...locks].flatMap(([node, own]) => (own.has(0) ? [[node, own.get(0) ?? 0n] as const] : [])));
  const years = shareAmongPeople(nodes, total, whole);
  const handOut = cascade(tree, wholeWeights(periodWeights));
  const amounts: bigint[][] = [];
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place];
    const locked = locks.get(place);
    if (!node) continue;
    if (node.below.length === 0) amounts[place] = handOut(years[place] ?? 0n, locked);
    else {
      const sums = together(node.below.map((child) => amounts[child] ?? []));
      amounts[place] = sums;
      for (const [period, amount] of locked ?? [])
        if (sums[period] !== amount)
          throw new Refusal("target_locked", { period: tree.periods[period]?.key ?? "", amount: "" });
    }
  }
  return amounts;
}

function together(vectors: readonly (readonly bigint[])[]): bigint[] {
  const [first = [], ...rest] = vectors;
  const sums = [...first];
  for (const vector of rest)
    for (let place = 0; place < sums.length; place++) sums[place] = (sums[place] ?? 0n) + (vector[place] ?? 0n);
  return sums;
}
