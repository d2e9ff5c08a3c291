import type { Link } from "@dabiao/core/imports/read-row.ts";
import { importableFields, keyFields } from "@dabiao/core/imports/target-fields.ts";
import { findObject, type ObjectShape } from "@dabiao/core/model/shape.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { writeRecords } from "../records/write-store.ts";
import type { ImportWork, Pending } from "./import-work.ts";

interface Wish {
  readonly link: Link;
  readonly text: string;
  readonly row: Pending;
}

/** Makes the records that rows refer to and nobody has yet, where the mapping asks for it; those of rows that will be parents first. */
export async function makeParents(trx: Trx, work: ImportWork, pending: readonly Pending[]): Promise<void> {
  const columns = work.plan.columns.filter(({ missing }) => missing === "create");
  for (const { field } of parentsFirst(work, columns)) {
    const wishes = new Map<string, Wish>();
    for (const row of pending) {
      for (const link of row.read.links.filter((each) => each.field.key === field)) {
        for (const text of link.texts) {
          if (!work.links.find(link, text) && !wishes.has(text)) wishes.set(text, { link, text, row });
        }
      }
    }
    if (wishes.size > 0) await makeAll(trx, work, [...wishes.values()]);
  }
}

/** A link whose target another mapped link's target refers to is made before it: customers before their orders. */
function parentsFirst(work: ImportWork, columns: ImportWork["plan"]["columns"]) {
  const targetOf = (key: string) => {
    const target = work.plan.object.fields.get(key)?.target;
    return target?.kind === "object" ? findObject(work.world, target.object) : undefined;
  };
  const needs = (a: ObjectShape | undefined, b: ObjectShape | undefined) =>
    [...(a?.fields.values() ?? [])].some(({ target }) => target?.kind === "object" && target.object === b?.key);
  return columns
    .filter(({ field }) => targetOf(field) !== undefined)
    .sort(
      (a, b) =>
        Number(needs(targetOf(a.field), targetOf(b.field))) - Number(needs(targetOf(b.field), targetOf(a.field))),
    );
}

async function makeAll(trx: Trx, work: ImportWork, wishes: readonly Wish[]): Promise<void> {
  const [{ link }] = wishes as [Wish, ...Wish[]];
  const shape = link.field.target?.kind === "object" ? findObject(work.world, link.field.target.object) : undefined;
  if (!shape) return;
  const ops = wishes.map(
    (wish): WriteOp => ({ op: "create", id: newId(trx.now), values: parentValues(work, shape, wish) }),
  );
  const { access, importId } = work;
  const { records } = await writeRecords(trx, access, {
    object: shape.key,
    ops,
    source: "import",
    cause: importId,
    onError: "collect",
  });
  for (const [index, { text }] of wishes.entries()) {
    const made = records[index];
    if (made) work.links.learn(link, text, made.id);
  }
}

/** Its name, and what the row says under the same keys: an order made from its first line has the line's day and customer. */
function parentValues(work: ImportWork, shape: ObjectShape, { link, text, row }: Wish): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of importableFields(shape)) {
    const mine = work.plan.object.fields.get(field.key);
    const value = row.read.values[field.key] ?? linkedId(work, row, field.key);
    const same = mine?.type.type === field.type.type && JSON.stringify(mine.target) === JSON.stringify(field.target);
    if (same && value !== undefined && field.key !== shape.nameField && !field.body.unique) values[field.key] = value;
  }
  const named = link.column.matchBy ?? shape.nameField;
  if (keyFields(shape).some(({ key }) => key === named)) values[named] = text;
  return { ...values, [shape.nameField]: text };
}

function linkedId(work: ImportWork, row: Pending, key: string): string | undefined {
  const link = row.read.links.find(({ field }) => field.key === key && field.family === "reference");
  const found = link && work.links.find(link, link.texts[0] ?? "");
  return found?.kind === "one" ? found.id : undefined;
}
