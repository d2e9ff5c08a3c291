/** A seeded stream of chance: the same seed gives the same company, on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** An item chosen by weight. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
}

/** Mulberry32: 32 bits of state, enough for a demonstration. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }
  return {
    next,
    pick,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (probability) => next() < probability,
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items)[0];
    },
  };
}

/** A version-7 id whose time part is the day given, so that demo records sort like real ones. */
export function demoId(random: Chance, day: string): string {
  const millis = Date.parse(`${day}T01:00:00Z`) + random.whole(0, 30_000_000);
  const time = millis.toString(16).padStart(12, "0");
  const hex = (length: number) => Array.from({ length }, () => random.whole(0, 15).toString(16)).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
}
