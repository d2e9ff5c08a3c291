import { comparableResults } from "@dabiao/core/goals/comparable-results.ts";
import { type Decimal, ONE, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { Ground } from "./odds-ground.ts";

/** People of a unit, and how many whole ones they make with ramp and leave. */
export interface Heads {
  readonly people: number;
  readonly effective: Decimal;
}

/** Past results on the footing of the period asked about, as numbers for the estimate. Each person's are reckoned once. */
export class ComparableHistory {
  readonly #ground: Ground;
  readonly #whole = new Map<string, readonly number[]>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** A person's own, for the share of the period that is theirs. */
  own(id: string): number[] {
    const share = this.#share(id).toNumber();
    return this.#wholeOf(id).map((value) => value * share);
  }

  /** Colleagues', for the same share. */
  peers(id: string): number[] {
    const share = this.#share(id).toNumber();
    return (this.#ground.peers.get(id) ?? []).flatMap((peer) => this.#wholeOf(peer).map((value) => value * share));
  }

  /** A unit's: as many heads as now would have brought so much; rates do not grow with heads. */
  unit(unit: string, results: ReadonlyMap<string, Decimal>, effective: Decimal): number[] {
    const { kpi, past, season, heads } = this.#ground;
    const rows = past.periods.flatMap((each, index) => {
      const value = results.get(each.key) ?? null;
      const then = heads.get(`${unit}/${each.start}`) ?? 0;
      if (value === null || then === 0) return [];
      return [{ index, value: kpi.accrues ? value.times(effective).div(then) : value, share: ONE }];
    });
    return comparableResults(rows, season, ONE).map(Number);
  }

  heads(unit: string): Heads {
    const members = membersOf(this.#ground, unit);
    return { people: members.length, effective: sum(members.map((id) => this.#share(id))) };
  }

  /** Where results pile up, nothing in a period one was here for is 0 and counts. */
  #wholeOf(id: string): readonly number[] {
    const known = this.#whole.get(id);
    if (known) return known;
    const { kpi, past, season, lives, members } = this.#ground;
    const results = members.get(id) ?? new Map<string, Decimal>();
    const rows = past.periods.flatMap((each, index) => {
      const value = results.get(each.key) ?? (kpi.accrues ? ZERO : null);
      const life = lives.share(id, each);
      return value === null ? [] : [{ index, value, share: life === null ? ONE : (life.share ?? ZERO) }];
    });
    // Before the first result ever nobody knows whether there was anything to do: those periods say nothing.
    const first = rows.findIndex(({ value }) => !value.isZero());
    const made = first < 0 ? [] : comparableResults(rows.slice(first), season, ONE).map(Number);
    this.#whole.set(id, made);
    return made;
  }

  #share(id: string): Decimal {
    const { lives, period } = this.#ground;
    const life = lives.share(id, period);
    return life === null ? ONE : (life.share ?? ZERO);
  }
}

export function membersOf({ people }: Ground, unit: string): string[] {
  return [...people.values()].flatMap(({ id, path }) => (path.includes(unit) ? [id] : []));
}
