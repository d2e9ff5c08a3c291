import type { ScorecardBody } from "./scorecard.ts";

/** Somebody to be appraised. `path` is the unit with all above it, nearest first. */
export interface Appraised {
  readonly memberId: string;
  readonly path: readonly string[];
  readonly roles: readonly string[];
}

export interface NamedCard {
  readonly key: string;
  readonly body: Pick<ScorecardBody, "for">;
}

/**
 * The card for somebody: one that names the person, else one for the nearest unit, else one for a role; of several alike
 * the first. `null` when no card is for them: nobody is scored by a card that was not meant for them.
 *
 * @source SPEC.md A-01; capabilities A2
 */
export function cardFor<Card extends NamedCard>(cards: readonly Card[], person: Appraised): Card | null {
  const named = cards.find(({ body }) => body.for.members.includes(person.memberId));
  if (named) return named;
  for (const unit of person.path) {
    const ofUnit = cards.find(({ body }) => body.for.units.includes(unit) && matchesRole(body, person));
    if (ofUnit) return ofUnit;
  }
  const ofRole = cards.find(
    ({ body }) => body.for.units.length === 0 && body.for.roles.some((role) => person.roles.includes(role)),
  );
  return ofRole ?? null;
}

/** A card with units and roles is for people with the role in the unit. */
function matchesRole(body: NamedCard["body"], { roles }: Appraised): boolean {
  return body.for.roles.length === 0 || body.for.roles.some((role) => roles.includes(role));
}
