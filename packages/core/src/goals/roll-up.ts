import { type Decimal, sum, ZERO } from "../numbers/decimal.ts";
import type { RollUp } from "./shared-goal.ts";

/** A goal several people own, with each one's part. */
export interface OwnedGoal {
  readonly id: string;
  readonly name: string;
  readonly kind: "shared" | "overlay";
  readonly amount: Decimal;
  readonly parts: ReadonlyMap<string, Decimal>;
}

/**
 * Adds up a team: its people's own targets, shared goals once (those that others own too with the parts that fall
 * here), overlay goals never. What it counted of each goal is told.
 *
 * @param targets of the team's people, the parts of shared goals being in them
 * @source SPEC.md A11
 */
export function rollUp(targets: ReadonlyMap<string, Decimal>, goals: readonly OwnedGoal[]): RollUp {
  const counted = goals.flatMap((goal) => {
    const owners = [...goal.parts.keys()];
    const here = owners.filter((owner) => targets.has(owner));
    if (here.length === 0) return [];
    const part = sum(here.map((owner) => goal.parts.get(owner) ?? ZERO));
    return [{ goal, part, whole: here.length === owners.length }];
  });
  const shared = counted.filter(({ goal }) => goal.kind === "shared");
  const all = sum(targets.values());
  const parts = sum(shared.map(({ part }) => part));
  const text = (value: Decimal) => value.toFixed();
  return {
    own: text(all.minus(parts)),
    shared: text(sum(shared.flatMap(({ whole, part }) => (whole ? part : [])))),
    sharedPart: text(sum(shared.flatMap(({ whole, part }) => (whole ? [] : part)))),
    total: text(all),
    overlay: text(sum(counted.flatMap(({ goal }) => (goal.kind === "overlay" ? goal.amount : [])))),
    goals: counted.map(({ goal: { id, name, kind }, part }) => ({
      id,
      name,
      kind,
      counted: kind === "overlay" ? "0" : text(part),
    })),
  };
}
