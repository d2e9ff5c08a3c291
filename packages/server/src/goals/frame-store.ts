import { createHash } from "node:crypto";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";

/** Names in order: the periods of a line, the children of a split. */
export interface Frame {
  readonly id: string;
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** The ids of lists of names; lists nobody named before are kept. The same list has the same id for ever. */
export async function keepFrames(trx: Trx, lists: readonly (readonly string[])[]): Promise<string[]> {
  const digests = lists.map(digestOf);
  const fresh = new Map(digests.map((digest, index) => [digest, lists[index] ?? []]));
  const frames = ident(trx.schema, "target_frame");
  const known = [...fresh.keys()];
  const find = () =>
    trx.rows<{ id: string; digest: string }>(
      sql`select id, digest from ${frames} where digest = any(${known}::text[])`,
    );
  let ids = new Map((await find()).map(({ id, digest }) => [digest, id]));
  const missing = known.filter((digest) => !ids.has(digest));
  if (missing.length > 0) {
    const texts = missing.map((digest) => arrayText(fresh.get(digest) ?? []));
    await trx.rows(sql`insert into ${frames} (id, digest, names)
      select g.id, g.digest, g.names::text[]
      from unnest(${missing.map(() => newId(trx.now))}::uuid[], ${missing}::text[], ${texts}::text[]) g (id, digest, names)
      order by g.digest on conflict on constraint target_frame_digest_once do nothing`);
    ids = new Map((await find()).map(({ id, digest }) => [digest, id]));
  }
  return digests.map((digest) => {
    const id = ids.get(digest);
    if (id === undefined) throw new Error("a frame was not kept");
    return id;
  });
}

function digestOf(names: readonly string[]): string {
  return createHash("md5").update(names.join("\u0001")).digest("hex");
}

/** An array as PostgreSQL reads it from text: rows of arrays of different lengths cannot be sent otherwise. */
function arrayText(names: readonly string[]): string {
  return `{${names.map((name) => `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;
}

/** Frames never change, so what was read once is kept in the process. */
const kept = new Map<string, Frame>();
const KEPT_NAMES_MAX = 500_000;
let keptNames = 0;

export async function readFrames(on: Runner, ids: readonly string[]): Promise<Map<string, Frame>> {
  const missing = [...new Set(ids)].filter((id) => !kept.has(`${on.schema}/${id}`));
  const found = new Map<string, Frame>();
  if (missing.length > 0) {
    const rows = await on.rows<{ id: string; names: string[] }>(
      sql`select id, names from ${ident(on.schema, "target_frame")} where id = any(${missing}::uuid[])`,
    );
    for (const { id, names } of rows) {
      const frame = { id, names, places: new Map(names.map((name, place) => [name, place])) };
      found.set(id, frame);
      keep(`${on.schema}/${id}`, frame);
    }
  }
  for (const id of ids) {
    const frame = found.get(id) ?? kept.get(`${on.schema}/${id}`);
    if (frame) found.set(id, frame);
  }
  return found;
}

function keep(key: string, frame: Frame): void {
  if (keptNames + frame.names.length > KEPT_NAMES_MAX) {
    kept.clear();
    keptNames = 0;
  }
  kept.set(key, frame);
  keptNames += frame.names.length;
}
