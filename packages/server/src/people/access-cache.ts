/** Member ids all kept answers may hold together: about 40 MB. */
const MOST_WEIGHT = 500_000;
const MOST_ENTRIES = 5_000;

interface Entry<Value> {
  readonly answer: Promise<Value>;
  weight: number;
}

/** Keeps the answers used last. Callers that ask for the same key together share one look-up. */
export class AccessCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  #weight = 0;

  async get(key: string, load: () => Promise<{ value: Value; weight: number }>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return await known.answer;
    }
    const entry: Entry<Value> = {
      answer: load().then(({ value, weight }) => this.#weigh(key, entry, value, weight)),
      weight: 1,
    };
    this.#entries.set(key, entry);
    this.#weight += 1;
    // A failed look-up is not kept: the next caller asks again.
    entry.answer.catch(() => this.#forget(key, entry));
    this.#shrink();
    return await entry.answer;
  }

  #weigh(key: string, entry: Entry<Value>, value: Value, weight: number): Value {
    if (this.#entries.get(key) === entry) {
      this.#weight += weight;
      entry.weight += weight;
      this.#shrink();
    }
    return value;
  }

  #shrink(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#weight <= MOST_WEIGHT && this.#entries.size <= MOST_ENTRIES) return;
      this.#forget(key, entry);
    }
  }

  #forget(key: string, entry: Entry<Value>): void {
    if (this.#entries.get(key) !== entry) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }
}
