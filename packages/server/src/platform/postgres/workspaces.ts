import { randomInt } from "node:crypto";
import { newId } from "../id.ts";
import type { Db, WorkspaceRow } from "./db.ts";
import { applyWorkspaceMigrations } from "./migrate.ts";

export interface NewWorkspace {
  readonly name: string;
  readonly kind: "company" | "demo";
  /** IANA zone of its business days. */
  readonly zone: string;
  /** Left out, one is drawn: the schema's name never follows the display name. */
  readonly key?: string;
  /** `founding` while it is being filled; `active` when left out. */
  readonly state?: "founding" | "active";
}

/** Base 32 without the letters that look like digits. */
const KEY_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const KEY_LENGTH = 10;

/** Makes a workspace with all its fixed tables, or nothing. */
export async function createWorkspace(db: Db, workspace: NewWorkspace, now = new Date()): Promise<WorkspaceRow> {
  const row = { id: newId(now), key: workspace.key ?? drawKey(), zone: workspace.zone };
  const client = await db.pool.connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    await client.query(
      `insert into public.workspace (id, key, name, kind, zone, state, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, row.key, workspace.name, workspace.kind, row.zone, workspace.state ?? "active", now],
    );
    await client.query(`create schema "w_${row.key}"`);
    await applyWorkspaceMigrations(client, `w_${row.key}`, now);
    await client.query("commit");
    return row;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** Removes a workspace with everything in it. There is no way back but a backup. */
export async function dropWorkspace(db: Db, id: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    const { rows } = await client.query<{ key: string }>("delete from public.workspace where id = $1 returning key", [
      id,
    ]);
    for (const { key } of rows) await client.query(`drop schema if exists "w_${key}" cascade`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

function drawKey(): string {
  return Array.from({ length: KEY_LENGTH }, () => KEY_LETTERS[randomInt(KEY_LETTERS.length)]).join("");
}
