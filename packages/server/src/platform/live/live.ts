import { randomBytes } from "node:crypto";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Changed, LiveMessage } from "@dabiao/core/platform/live.ts";
import type { Db, Workspace } from "../postgres/db.ts";
import { openFanOut } from "./fan-out-store.ts";
import { type Batch, History } from "./history.ts";
import { filterBatch, type LiveFilter, withoutIds } from "./live-filter.ts";
import { Outbox } from "./outbox.ts";

/** One open page. `send` gives the id of the event and its messages; none at first, when only the id is news. */
export interface Listener {
  actor: Actor;
  send(id: string, messages: readonly LiveMessage[]): void;
}

export interface Live {
  /** Tells every listener of the workspace, on every process, within a quarter of a second. Call it after the commit. */
  publish(workspaceId: string, ...changes: readonly Changed[]): void;
  /** Adds a listener, who first gets what it missed since the event `after`, and gives the way to leave. */
  listen(workspace: Workspace, listener: Listener, after: string | undefined): () => void;
  close(): Promise<void>;
}

export interface LiveOptions {
  readonly db: Db;
  /** Says who may hear what. Without one nobody hears ids. */
  readonly filter?: LiveFilter;
  readonly clock?: () => Date;
  readonly onError?: (error: unknown) => void;
}

/** The listeners of one workspace in this process. Batches are delivered one after the other. */
interface Room {
  readonly workspace: Workspace;
  readonly history: History;
  readonly listeners: Set<Listener>;
  delivering: Promise<void>;
}

/** Opens the live channel of this process. Event ids name the process, so that another one answers them with `refetch`. */
export async function openLive(options: LiveOptions): Promise<Live> {
  const { filter = withoutIds, clock = () => new Date(), onError = () => undefined } = options;
  const processName = randomBytes(4).toString("hex");
  const rooms = new Map<string, Room>();
  const fanOut = await openFanOut(options.db, receive, () => {
    for (const room of rooms.values()) deliver(room, room.history.add([{ kind: "refetch" }]), room.listeners);
  });
  const outbox = new Outbox((workspaceId, changes) => {
    receive(workspaceId, changes);
    fanOut.tell(workspaceId, changes).catch(onError);
  });

  function receive(workspaceId: string, changes: readonly Changed[]): void {
    const room = rooms.get(workspaceId);
    if (room) deliver(room, room.history.add(changes), room.listeners);
  }

  function deliver(room: Room, batch: Batch, to: Iterable<Listener>): void {
    const listeners = [...to];
    const actors = () => listeners.map(({ actor }) => actor);
    room.delivering = room.delivering
      .then(() => filterBatch(filter, room.workspace, batch.messages, actors()))
      .then((heard) => {
        for (const [index, listener] of listeners.entries()) sendTo(listener, batch.id, heard[index] ?? []);
      })
      .catch(onError);
  }

  function sendTo(listener: Listener, id: number, messages: readonly LiveMessage[]): void {
    if (messages.length > 0) listener.send(`${processName}.${id}`, messages);
  }

  function catchUp(room: Room, listener: Listener, after: string): void {
    const [from, id] = after.split(".");
    const missed = from === processName ? room.history.since(Number(id)) : null;
    if (missed === null) sendTo(listener, room.history.lastId, [{ kind: "refetch" }]);
    else for (const batch of missed) deliver(room, batch, [listener]);
  }

  return {
    publish: (workspaceId, ...changes) => outbox.add(workspaceId, changes, clock().getTime()),
    listen(workspace, listener, after) {
      const room = rooms.get(workspace.id) ?? {
        workspace,
        history: new History(),
        listeners: new Set<Listener>(),
        delivering: Promise.resolve(),
      };
      rooms.set(workspace.id, room);
      if (after === undefined) listener.send(`${processName}.${room.history.lastId}`, []);
      else catchUp(room, listener, after);
      room.listeners.add(listener);
      return () => room.listeners.delete(listener);
    },
    async close() {
      outbox.close();
      await fanOut.close();
    },
  };
}
