import { Refusal } from "../platform/refusal.ts";
import type { PeriodTree } from "./period-tree.ts";
import { carriedSplit, shareUnits } from "./share-units.ts";

/** What each period of a tree gets of a subject's total, in steps; locked ones keep theirs. */
export type Cascade = (total: bigint, locked?: ReadonlyMap<number, bigint>) => bigint[];

/**
 * Hands totals down a tree of periods, one subject after the other. Every level adds up exactly; among subjects the
 * units left over are carried, so that the weeks of 10,000 people keep their proportions too.
 *
 * @param weights one per period of the tree, ≥ 0
 * @throws Refusal `target_all_locked` when locks leave a rest that no part may take
 * @source SPEC.md G-04, G-12
 */
export function cascade(tree: PeriodTree, weights: readonly bigint[]): Cascade {
  const weightAt = (place: number) => weights[place] ?? 0n;
  const splitters = tree.parts.map((parts) => (parts.length === 0 ? null : carriedSplit(parts.map(weightAt))));
  return (total, locked) => {
    const amounts: bigint[] = Array.from(tree.periods, () => 0n);
    amounts[0] = total;
    for (const [place, parts] of tree.parts.entries()) {
      const splitter = splitters[place];
      if (!splitter) continue;
      const amount = amounts[place] ?? 0n;
      if (locked && parts.some((part) => locked.has(part))) aroundLocks(amounts, amount, parts, locked, weightAt);
      else if (amount >= 0n) assign(amounts, parts, splitter(amount));
      else
        assign(
          amounts,
          parts,
          shareUnits(-amount, parts.map(weightAt)).map((share) => -share),
        );
    }
    return amounts;
  };
}

function assign(amounts: bigint[], parts: readonly number[], shares: readonly bigint[]): void {
  for (const [index, part] of parts.entries()) amounts[part] = shares[index] ?? 0n;
}

function aroundLocks(
  amounts: bigint[],
  amount: bigint,
  parts: readonly number[],
  locked: ReadonlyMap<number, bigint>,
  weightAt: (place: number) => bigint,
): void {
  const open = parts.filter((part) => !locked.has(part));
  const rest = parts.reduce((left, part) => left - (locked.get(part) ?? 0n), amount);
  if (open.length === 0 && rest !== 0n) throw new Refusal("target_all_locked", { residue: String(rest) });
  for (const part of parts) amounts[part] = locked.get(part) ?? 0n;
  const sign = rest < 0n ? -1n : 1n;
  assign(
    amounts,
    open,
    shareUnits(rest * sign, open.map(weightAt)).map((share) => share * sign),
  );
}
