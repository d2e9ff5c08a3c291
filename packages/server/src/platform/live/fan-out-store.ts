import { randomUUID } from "node:crypto";
import { type Changed, LIVE_IDS, LiveMessage } from "@dabiao/core/platform/live.ts";
import pg from "pg";
import { z } from "zod";
import type { Db } from "../postgres/db.ts";

const CHANNEL = "dabiao_live";
/** PostgreSQL takes 8,000 bytes; ids past this are told as "any". */
const LONGEST = 7_500;
const RETRY_MS = 1_000;

const Note = z.object({ from: z.string(), workspace: z.string(), changes: z.array(LiveMessage) });

export interface FanOut {
  tell(workspaceId: string, changes: readonly Changed[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Tells the other processes on the same database, over one connection that listens.
 * Own notes are skipped. When the connection was lost, `onGap` says that notes may have been missed.
 */
export async function openFanOut(
  db: Db,
  onChanges: (workspaceId: string, changes: readonly Changed[]) => void,
  onGap: () => void,
): Promise<FanOut> {
  const self = randomUUID();
  let closed = false;
  let client = await listen();

  async function listen(): Promise<pg.Client> {
    const listener = new pg.Client({
      connectionString: db.pool.options.connectionString,
      application_name: "dabiao live",
    });
    listener.on("notification", ({ payload }) => {
      const note = Note.safeParse(JSON.parse(payload ?? "null"));
      if (!note.success || note.data.from === self) return;
      onChanges(
        note.data.workspace,
        note.data.changes.filter((message) => message.kind === "changed"),
      );
    });
    listener.on("error", () => undefined);
    await listener.connect();
    await listener.query(`listen ${CHANNEL}`);
    listener.once("end", () => void reconnect());
    return listener;
  }

  async function reconnect(): Promise<void> {
    while (!closed) {
      try {
        client = await listen();
        return onGap();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  return {
    async tell(workspace, changes) {
      await db.pool.query("select pg_notify($1, $2)", [CHANNEL, noteText({ from: self, workspace, changes })]);
    },
    async close() {
      closed = true;
      await client.end();
    },
  };
}

function noteText(note: { from: string; workspace: string; changes: readonly Changed[] }): string {
  for (let most = LIVE_IDS; most >= 1; most = Math.floor(most / 2)) {
    const changes = note.changes.map((change) => (change.ids.length > most ? { ...change, ids: [] } : change));
    const text = JSON.stringify({ ...note, changes });
    if (Buffer.byteLength(text) <= LONGEST) return text;
  }
  return JSON.stringify({ ...note, changes: note.changes.slice(0, 50).map((change) => ({ ...change, ids: [] })) });
}
