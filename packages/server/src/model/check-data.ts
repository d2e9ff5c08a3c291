import { fieldType } from "@dabiao/core/model/field-types.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { liveColumns } from "./apply-object.ts";
import { countOptions, findRepeated } from "./value-store.ts";

/**
 * Refuses a change of an object that its records contradict: an option taken away that records hold
 * (archive it instead), a field made unique whose values repeat.
 */
export async function checkData(trx: Trx, object: string, before: ObjectBody, after: ObjectBody): Promise<void> {
  const columns = await liveColumns(trx, object);
  for (const field of after.fields) {
    const old = before.fields.find(({ key }) => key === field.key);
    const column = columns.get(field.key);
    if (!old || column === undefined || old.type !== field.type) continue;
    await checkOptions(trx, object, column, old, field);
    if (field.unique && !old.unique) await checkUnique(trx, object, [field.key], [column]);
  }
  for (const fields of after.uniqueKeys) {
    if (before.uniqueKeys.some((each) => each.join() === fields.join())) continue;
    const named = fields.map((field) => columns.get(field) ?? (field === "owner" ? "owner" : undefined));
    if (!named.includes(undefined)) await checkUnique(trx, object, fields, named as string[]);
  }
}

async function checkOptions(
  trx: Trx,
  object: string,
  column: string,
  before: FieldBody,
  after: FieldBody,
): Promise<void> {
  const family = fieldType(after.type)?.family;
  if (family !== "option" && family !== "options") return;
  const kept = new Set(optionKeys(after));
  const gone = optionKeys(before).filter((key) => !kept.has(key));
  if (gone.length === 0) return;
  const count = await countOptions(trx, object, column, gone, family === "options");
  if (count > 0) throw new Refusal("option_in_use", { field: after.key, option: gone.join(", "), count });
}

async function checkUnique(
  trx: Trx,
  object: string,
  fields: readonly string[],
  columns: readonly string[],
): Promise<void> {
  const value = await findRepeated(trx, object, columns);
  if (value !== null) throw new Refusal("field_repeats", { object, field: fields.join(", "), value });
}

function optionKeys({ settings }: FieldBody): string[] {
  const options = (settings["options"] ?? []) as readonly { key: string }[];
  return options.map(({ key }) => key);
}
