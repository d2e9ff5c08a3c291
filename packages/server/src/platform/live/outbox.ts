import { type Changed, foldChanges } from "@dabiao/core/platform/live.ts";

/** Changes of this long are told together: well under the second a board may lag, and at most four notes a second. */
const BATCH_MS = 250;
/** After a quiet time the first change leaves almost at once. */
const QUIET_MS = 20;
/** Folded early past this, so that a large import holds no memory. */
const FOLD_AT = 1_000;

interface Waiting {
  changes: Changed[];
  timer: NodeJS.Timeout | undefined;
  sentAt: number;
}

/** Gathers the changes of each workspace and sends them folded, a few times a second however many there are. */
export class Outbox {
  readonly #send: (workspaceId: string, changes: readonly Changed[]) => void;
  readonly #waiting = new Map<string, Waiting>();

  constructor(send: (workspaceId: string, changes: readonly Changed[]) => void) {
    this.#send = send;
  }

  add(workspaceId: string, changes: readonly Changed[], now: number): void {
    const waiting = this.#waiting.get(workspaceId) ?? { changes: [], timer: undefined, sentAt: 0 };
    this.#waiting.set(workspaceId, waiting);
    waiting.changes.push(...changes);
    if (waiting.changes.length > FOLD_AT) waiting.changes = foldChanges(waiting.changes);
    const waitMs = Math.max(QUIET_MS, waiting.sentAt + BATCH_MS - now);
    waiting.timer ??= setTimeout(() => this.#flush(workspaceId, waiting, now + waitMs), waitMs);
  }

  close(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
  }

  #flush(workspaceId: string, waiting: Waiting, now: number): void {
    const changes = foldChanges(waiting.changes);
    waiting.changes = [];
    waiting.timer = undefined;
    waiting.sentAt = now;
    if (changes.length > 0) this.#send(workspaceId, changes);
  }
}
