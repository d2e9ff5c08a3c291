import { objectSchema } from "@dabiao/core/model/object.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { ChangeOp } from "@dabiao/core/records/change.ts";
import { searchedFields } from "@dabiao/core/records/record-terms.ts";
import type { UndoResult } from "@dabiao/core/records/write-batch.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Cause } from "./apply-store.ts";
import { currentReader } from "./current-reader.ts";
import { lockRecords } from "./lock-store.ts";
import { type Reversal, removeRecords, reverseRecords } from "./reverse-store.ts";
import { objectOf, type Reader, tableOf } from "./sql/reader.ts";
import { wakeDispatcher } from "./wake.ts";

const CHUNK = 5_000;

type Kept = UndoResult["kept"][number];

interface LoggedChange {
  readonly record_id: string;
  readonly at: Date;
  readonly op: ChangeOp;
  readonly version: number;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/**
 * Takes back what one cause did: new records are gone, changed ones are byte for byte as before, their version and
 * their last editor included. Records that were changed since are left alone and listed. The log keeps both.
 *
 * @throws Refusal `undo_nothing` when the cause wrote nothing
 */
export async function undoBatch(trx: Trx, access: Access, cause: string): Promise<UndoResult> {
  const reader = await currentReader(trx, access);
  const objects = await trx.rows<{ object: string }>(
    sql`select distinct object from ${ident(trx.schema, "change")} where cause = ${cause}`,
  );
  if (objects.length === 0) throw new Refusal("undo_nothing", { cause });
  const result = { undone: 0, kept: [] as Kept[] };
  for (const object of dependantsFirst(
    reader,
    objects.map((row) => row.object),
  )) {
    await undoObject(trx, reader, object, cause, result);
  }
  if (result.undone > 0) wakeDispatcher(trx);
  return result;
}

/** Objects that refer to others come before them, so that what is taken away is no longer referred to. */
function dependantsFirst(reader: Reader, keys: readonly string[]): ObjectShape[] {
  const placed: ObjectShape[] = [];
  const place = (object: ObjectShape, above: readonly string[]) => {
    if (placed.includes(object) || above.includes(object.key)) return;
    for (const other of keys.map((key) => objectOf(reader.world, key))) {
      if (referencesTo(other, object.key).length > 0) place(other, [...above, object.key]);
    }
    placed.push(object);
  };
  for (const key of keys) place(objectOf(reader.world, key), []);
  return placed;
}

function referencesTo(object: ObjectShape, target: string) {
  return object.ownFields.filter(
    (field) => field.family === "reference" && field.target?.kind === "object" && field.target.object === target,
  );
}

async function undoObject(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  cause: string,
  result: { undone: number; kept: Kept[] },
): Promise<void> {
  const log: Cause = {
    object: object.key,
    source: reader.access.actor.source,
    cause: `undo:${cause}`,
    memberId: reader.access.memberId,
  };
  // Newest first: a record made later in the batch may refer to one made before.
  for (let before: string | null = null; ; ) {
    const chunk: Map<string, LoggedChange[]> = await readChunk(trx, object.key, cause, before);
    if (chunk.size === 0) return;
    before = [...chunk.keys()].at(-1) ?? null;
    const reversals = await reversible(trx, reader, object, chunk, result.kept);
    const created = await unreferenced(
      trx,
      reader,
      object,
      reversals.filter(({ created }) => created),
      result.kept,
    );
    await removeRecords(trx, object, log, created);
    const changed = reversals.filter((reversal) => !reversal.created);
    await reverseRecords(trx, object, log, changed, searchedFields(object));
    result.undone += created.length + changed.length;
  }
}

async function readChunk(
  trx: Trx,
  object: string,
  cause: string,
  before: string | null,
): Promise<Map<string, LoggedChange[]>> {
  const rows = await trx.rows<LoggedChange>(sql`
    with ids as (select distinct record_id from ${ident(trx.schema, "change")}
      where cause = ${cause} and object = ${object} and (${before}::uuid is null or record_id < ${before}::uuid)
      order by record_id desc limit ${CHUNK})
    select c.record_id, c.at, c.op, c.version, c.before, c.after
    from ids join ${ident(trx.schema, "change")} c on c.object = ${object} and c.record_id = ids.record_id and c.cause = ${cause}
    order by c.record_id desc, c.id`);
  const byRecord = new Map<string, LoggedChange[]>();
  for (const row of rows) {
    const known = byRecord.get(row.record_id);
    if (known) known.push(row);
    else byRecord.set(row.record_id, [row]);
  }
  return byRecord;
}

async function reversible(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  chunk: ReadonlyMap<string, readonly LoggedChange[]>,
  kept: Kept[],
): Promise<Reversal[]> {
  const standing = await lockRecords(trx, reader, object, [...chunk.keys()], [], "update");
  return [...chunk].flatMap(([id, changes]) => {
    const first = changes[0];
    const last = changes.at(-1);
    const now = standing.get(id);
    const reason = !first || now?.version !== last?.version ? "changed_since" : now?.allowed ? null : "not_allowed";
    if (reason !== null || !first) {
      kept.push({ object: object.key, id, reason: reason ?? "changed_since" });
      return [];
    }
    // The earliest value before and the latest after: what the cause did on the whole.
    const before = Object.assign({}, ...changes.map((change) => change.before).reverse()) as Record<string, unknown>;
    const after = Object.assign({}, ...changes.map((change) => change.after)) as Record<string, unknown>;
    return [{ id, created: first.op === "create", since: first.at, version: first.version - 1, before, after }];
  });
}

/** Leaves out new records that others refer to by now. */
async function unreferenced(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  created: readonly Reversal[],
  kept: Kept[],
): Promise<Reversal[]> {
  if (created.length === 0) return [];
  const ids = created.map(({ id }) => id);
  const held = new Set<string>();
  for (const { key } of reader.world.list(objectSchema)) {
    const other = objectOf(reader.world, key);
    for (const field of referencesTo(other, object.key)) {
      const column = ident("x", field.column ?? field.key);
      const own = other.key === object.key ? sql` and x.id <> all(${ids}::uuid[])` : sql``;
      const rows = await trx.rows<{ id: string }>(
        sql`select distinct ${column} as id from ${tableOf(reader, other)} x where ${column} = any(${ids}::uuid[])${own}`,
      );
      for (const { id } of rows) held.add(id);
    }
  }
  for (const id of held) kept.push({ object: object.key, id, reason: "still_referenced" });
  return created.filter(({ id }) => !held.has(id));
}
