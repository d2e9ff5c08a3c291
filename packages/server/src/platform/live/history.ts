import type { LiveMessage } from "@dabiao/core/platform/live.ts";

/** A minute of a busy workspace: enough for a page that lost its connection. */
const KEPT = 240;

export interface Batch {
  readonly id: number;
  readonly messages: readonly LiveMessage[];
}

/** The last batches a workspace's listeners were told, numbered, so that one who was away for a moment catches up. */
export class History {
  readonly #kept: Batch[] = [];
  #lastId = 0;

  get lastId(): number {
    return this.#lastId;
  }

  add(messages: readonly LiveMessage[]): Batch {
    this.#lastId += 1;
    const batch = { id: this.#lastId, messages };
    this.#kept.push(batch);
    if (this.#kept.length > KEPT) this.#kept.shift();
    return batch;
  }

  /** The batches after one; null when some of them are no longer kept. */
  since(id: number): readonly Batch[] | null {
    if (!Number.isInteger(id) || id < 0 || id > this.#lastId) return null;
    const first = this.#kept[0]?.id ?? this.#lastId + 1;
    if (id < first - 1) return null;
    return this.#kept.filter((batch) => batch.id > id);
  }
}
