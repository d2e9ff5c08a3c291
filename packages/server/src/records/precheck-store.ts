import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { and, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Draft, sound, valueAfter } from "./draft.ts";
import { objectOf, type Reader, tableOf } from "./sql/reader.ts";
import { scopeSql } from "./sql/record-sql.ts";

/**
 * Adds an issue wherever a reference leads nowhere the writer may see, or to a person who left. One round trip.
 *
 * @param hold keeps what is found from being taken away until the transaction ends, as a foreign key's own look does
 */
export async function checkReferences(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  drafts: readonly Draft[],
  hold = false,
): Promise<void> {
  const referring = [...object.fields.values()].filter(({ target }) => target !== null);
  const written = sound(drafts);
  const wanted = new Map<string, Set<string>>();
  for (const field of referring) {
    const ids = wanted.get(targetOf(field)) ?? new Set<string>();
    for (const { values } of written) for (const id of idsOf(values[field.key])) ids.add(id);
    if (ids.size > 0) wanted.set(targetOf(field), ids);
  }
  if (wanted.size === 0) return;
  const found = await trx.rows<{ target: string; id: string }>(
    join(
      [...wanted].map(([target, ids]) => {
        const found = foundSql(reader, target, [...ids]);
        return hold ? sql`select * from (${found} for key share of x) found` : found;
      }),
      " union all ",
    ),
  );
  for (const { target, id } of found) wanted.get(target)?.delete(id);
  for (const field of referring) {
    const missing = wanted.get(targetOf(field)) ?? NONE;
    if (missing.size === 0) continue;
    for (const { values, issues } of written) {
      for (const id of idsOf(values[field.key])) {
        if (missing.has(id))
          issues.push({ field: field.key, code: "reference_not_found", params: { field: field.key, value: id } });
      }
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

function targetOf({ target }: FieldShape): string {
  return target?.kind === "object" ? target.object : (target?.kind ?? "");
}

const NO_IDS: readonly string[] = [];

function idsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as string[];
  return typeof value === "string" ? [value] : NO_IDS;
}

function foundSql(reader: Reader, target: string, ids: readonly string[]): Sql {
  const among = sql`x.id = any(${ids}::uuid[])`;
  const name = sql`${target}::text as target, x.id`;
  switch (target) {
    case "member":
      // Someone who left may still stand in records made before; the product's own work may write such history.
      return sql`select ${name} from ${ident(reader.schema, "member")} x where ${among}${
        reader.access.actor.kind === "system" ? raw("") : raw(" and x.state <> 'left'")
      }`;
    case "unit":
      return sql`select ${name} from ${ident(reader.schema, "unit")} x where ${among}`;
    case "file":
      return sql`select ${name} from ${ident(reader.schema, "attachment")} x where ${among} and x.deleted_at is null`;
    default: {
      const object = objectOf(reader.world, target);
      return sql`select ${name} from ${tableOf(reader, object)} x
        where ${among} and x.deleted_at is null and ${scopeSql(reader, object, "x", "read")}`;
    }
  }
}

/** The sets of fields whose values together may stand in one living record only. */
export function uniqueSets(object: ObjectShape): FieldShape[][] {
  const single = object.ownFields.filter(({ body, column }) => body.unique && column !== null).map((field) => [field]);
  const several = object.body.uniqueKeys.map((keys) => keys.flatMap((key) => object.fields.get(key) ?? []));
  return [...single, ...several.filter((fields) => fields.every(({ column }) => column !== null))];
}

/**
 * Adds an issue wherever a value that must be unique stands in another record or twice in the batch. The index behind it
 * holds in any case; asking first lets the answer name the field and the row.
 */
export async function checkUnique(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  drafts: readonly Draft[],
): Promise<void> {
  for (const fields of uniqueSets(object)) {
    const touched = sound(drafts).filter(
      (draft) => draft.op !== "delete" && draft.op !== "purge" && touches(draft, fields),
    );
    const byKey = new Map<string, Draft>();
    for (const draft of touched) {
      const key = uniqueKey(draft, fields);
      if (key === null) continue;
      if (byKey.has(key)) draft.issues.push(repeated("value_repeated_in_batch", draft, fields));
      else byKey.set(key, draft);
    }
    for (const { key, id } of await takenKeys(trx, reader, object, fields, byKey)) {
      const draft = byKey.get(key);
      // The holder counts even when this batch takes the value off it: the index looks row by row.
      if (draft && draft.id !== id) draft.issues.push(repeated("value_not_unique", draft, fields));
    }
  }
}

function touches(draft: Draft, fields: readonly FieldShape[]): boolean {
  return draft.op !== "update" || fields.some(({ key }) => key in draft.values);
}

/** Empty values never collide. */
function uniqueKey(draft: Draft, fields: readonly FieldShape[]): string | null {
  const [only] = fields;
  if (fields.length === 1 && only) {
    const value = valueAfter(draft, only.key);
    return value === null ? null : String(value);
  }
  const values = fields.map(({ key }) => valueAfter(draft, key));
  return values.includes(null) ? null : JSON.stringify(values.map((value) => String(value)));
}

function repeated(code: string, draft: Draft, fields: readonly FieldShape[]) {
  const value = fields.map(({ key }) => String(valueAfter(draft, key))).join(" / ");
  return {
    field: fields[0]?.key ?? null,
    code,
    params: { fields: fields.map(({ key }) => key), value: value.slice(0, 200) },
  };
}

async function takenKeys(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  fields: readonly FieldShape[],
  byKey: ReadonlyMap<string, Draft>,
): Promise<{ key: string; id: string }[]> {
  if (byKey.size === 0) return [];
  const columns = fields.map(({ column, key }) => ident("x", column ?? key));
  const matches = fields.map(({ key, columnType }, index) => {
    const values = [...byKey.values()].map((draft) => valueAfter(draft, key));
    return sql`${columns[index]!} = any(${values}::${raw(columnType ?? "text")}[])`;
  });
  const rows = await trx.rows<Record<string, string> & { id: string }>(sql`
    select x.id, ${join(columns.map((column, index) => sql`${column}::text as ${ident(`v${index}`)}`))}
    from ${tableOf(reader, object)} x where ${and(matches)} and x.deleted_at is null`);
  return rows.map((row) => ({
    id: row.id,
    key:
      fields.length === 1 ? String(row["v0"]) : JSON.stringify(fields.map((_field, index) => String(row[`v${index}`]))),
  }));
}
