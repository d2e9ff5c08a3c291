import { setTimeout as sleep } from "node:timers/promises";
import type { Change } from "@dabiao/core/records/change.ts";
import type { Db, Trx, Workspace } from "../platform/postgres/db.ts";
import { activeWorkspaces, takePending } from "./pending-store.ts";
import { onWake } from "./wake.ts";

/** Something that follows the change log. It acts in the transaction it is given; outside effects become jobs in it. */
export interface ChangeConsumer {
  readonly name: string;
  consume(trx: Trx, changes: readonly Change[]): Promise<void>;
}

export interface DispatcherOptions {
  readonly db: Db;
  readonly consumers: readonly ChangeConsumer[];
  /** Told after the commit, for what may be lost, such as live updates. */
  readonly onDispatched?: (workspaceId: string, changes: readonly Change[]) => void;
  readonly onError?: (error: unknown) => void;
  /** How often workspaces are looked at whose changes another process left behind. */
  readonly pollMs?: number;
}

export interface Dispatcher {
  /** Lets every consumer see all that is pending now. */
  drain(workspace: Workspace): Promise<void>;
  close(): Promise<void>;
}

const BATCH = 2_000;
const POLL_MS = 2_000;
/** Writes come in bursts: what was written within so many milliseconds is handed over together. */
const GATHER_MS = 120;

/**
 * Hands changes to the consumers, in order, exactly once: what they write and the end of the pending rows commit together.
 * One process at a time serves a workspace; a write in this process wakes it at once, others are found by looking.
 */
export function openDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, consumers, onDispatched = () => undefined, onError = () => undefined, pollMs = POLL_MS } = options;
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  let closed = false;

  async function drain(workspace: Workspace): Promise<void> {
    for (;;) {
      const changes = await workspace.transaction((trx) => dispatchOnce(trx, consumers));
      if (changes.length > 0) onDispatched(workspace.id, changes);
      if (changes.length < BATCH) return;
    }
  }

  /** One run per workspace at a time; a wake during a run makes another one follow. */
  function wake(workspace: Workspace): void {
    if (closed) return;
    const known = running.get(workspace.id);
    if (known) {
      known.again = true;
      return;
    }
    const run = { again: false, done: Promise.resolve() };
    running.set(workspace.id, run);
    run.done = sleep(GATHER_MS)
      .then(() => drain(workspace))
      .catch(onError)
      .then(() => {
        running.delete(workspace.id);
        if (run.again) wake(workspace);
      });
  }

  const known = new Map<string, Workspace>();
  const leave = onWake((workspaceId) => {
    const workspace = known.get(workspaceId);
    if (workspace) wake(workspace);
    else look().catch(onError);
  });
  const timer = setInterval(() => {
    look().catch(onError);
  }, pollMs);
  timer.unref();

  async function look(): Promise<void> {
    for (const row of await activeWorkspaces(db)) {
      const workspace = known.get(row.id) ?? db.forWorkspace(row);
      known.set(row.id, workspace);
      wake(workspace);
    }
  }

  return {
    drain,
    async close() {
      closed = true;
      leave();
      clearInterval(timer);
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

async function dispatchOnce(trx: Trx, consumers: readonly ChangeConsumer[]): Promise<readonly Change[]> {
  const changes = await takePending(trx, BATCH);
  if (changes.length > 0) for (const consumer of consumers) await consumer.consume(trx, changes);
  return changes;
}
