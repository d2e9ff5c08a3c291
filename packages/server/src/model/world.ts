import type { World } from "@dabiao/core/model/kind.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { readWorld, readWorldVersion } from "./world-store.ts";

/** A workspace, or a transaction in one. */
export type InWorkspace = Runner & ({ readonly id: string } | { readonly workspaceId: string });

/** Worlds kept in memory; one is well under a megabyte. */
const KEPT = 200;
const worlds = new Map<string, World>();
/** Workspaces whose kept world is known to be current, because publications are being listened to. */
let current: Set<string> | null = null;
/** Notices heard so far: a look at the counter that a notice overtook says nothing about now. */
let notices = 0;

/**
 * The published definitions of the workspace. Kept per version: a call costs one look at the counter, and nothing
 * while publications are listened to. Inside a transaction the counter is always looked at.
 */
export async function world(on: InWorkspace): Promise<World> {
  const inTransaction = "workspaceId" in on;
  const id = inTransaction ? on.workspaceId : on.id;
  const kept = worlds.get(id);
  if (kept && !inTransaction && current?.has(id)) return kept;
  const heard = notices;
  if (kept && kept.version === (await readWorldVersion(on))) {
    if (!inTransaction && heard === notices) current?.add(id);
    return kept;
  }
  const read = await readWorld(on);
  // What a transaction sees may never be committed, so it is not kept.
  if (!inTransaction) keep(id, read);
  return read;
}

/** Forgets what is kept of a workspace: something was published, here or by another process. */
export function forgetWorld(workspaceId: string): void {
  notices += 1;
  current?.delete(workspaceId);
}

/** From now on publications are listened to (or, with false, not any more): nothing kept before counts as current. */
export function trustNotices(listening: boolean): void {
  notices += 1;
  current = listening ? new Set() : null;
}

function keep(id: string, read: World): void {
  worlds.delete(id);
  worlds.set(id, read);
  const [oldest] = worlds.keys();
  if (worlds.size > KEPT && oldest !== undefined) {
    worlds.delete(oldest);
    current?.delete(oldest);
  }
}
