import { splitTarget } from "@dabiao/core/goals/split.ts";
import { type Decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Adoption, Axis, Move } from "./ledger-store.ts";
import type { Place } from "./place.ts";
import type { Standing } from "./standing-store.ts";

/** A parent's target divided anew: what moves to each child, and what it takes over that others had given them. */
export interface HandDown {
  readonly moves: readonly Move[];
  readonly adoption: Adoption;
  readonly amounts: readonly Decimal[];
}

/**
 * Divides a parent's amount among children. Locked children keep their value and the others share the rest, so that
 * all of them add up to the parent exactly (G-01, G-04).
 *
 * @param parent what the parent will carry; `handed` is what it has handed down along the axis so far
 * @throws Refusal `target_all_locked` when something is left and every child is locked
 */
export function handDown(
  parent: { readonly place: Place; readonly amount: Decimal; readonly handed: Decimal | null },
  axis: Axis,
  children: readonly Standing[],
  weights: readonly Decimal[],
  step: Decimal,
): HandDown {
  const kept = sum(children.map((child) => (child.locked ? child.amount : ZERO)));
  const open = children.flatMap((child, index) => (child.locked ? [] : [index]));
  const rest = parent.amount.minus(kept);
  if (open.length === 0 && !rest.isZero()) throw new Refusal("target_all_locked", { residue: rest.toFixed() });
  const shares =
    open.length === 0
      ? []
      : splitTarget(
          rest,
          open.map((index) => weights[index] ?? ZERO),
          step,
        );
  const shareOf = new Map(open.map((index, place) => [index, shares[place] ?? ZERO]));
  const amounts = children.map((child, index) => shareOf.get(index) ?? child.amount);
  const moves = children.map(
    (child, index): Move => ({
      to: child,
      amount: (amounts[index] ?? ZERO).minus(child.amount),
      from: { kind: "parent", place: parent.place, axis },
      isFirst: child.version === 0,
    }),
  );
  const before = sum(children.map(({ amount }) => amount));
  return {
    moves,
    amounts,
    adoption: { place: parent.place, axis, amount: before.minus(parent.handed ?? ZERO) },
  };
}
