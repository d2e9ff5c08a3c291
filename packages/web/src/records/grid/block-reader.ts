import type { RecordPage } from "@dabiao/core/records/record-query.ts";

type Read = (cursor: string | undefined) => Promise<RecordPage>;

/**
 * Blocks of a grid over pages by key: where block n begins is known once block n - 1 was read, so a jump reads
 * what lies between, one page after the other.
 */
export class BlockReader {
  readonly #read: Read;
  #starts: (string | null)[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(read: Read) {
    this.#read = read;
  }

  block(index: number): Promise<RecordPage> {
    const next = this.#last.then(() => this.#reach(index));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #reach(index: number): Promise<RecordPage> {
    for (let at = Math.min(this.#starts.length, index); at < index; at++) await this.#page(at);
    return this.#page(index);
  }

  async #page(index: number): Promise<RecordPage> {
    const start = index === 0 ? undefined : this.#starts[index - 1];
    if (start === null) return { items: [], titles: {}, next: null };
    const page = await this.#read(start);
    this.#starts[index] = page.next;
    return page;
  }
}
