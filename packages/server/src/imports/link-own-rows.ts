import { NO_COUNTS } from "@dabiao/core/imports/import.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { lookUpRecords } from "../records/lookup-store.ts";
import { writeRecords } from "../records/write-store.ts";
import type { FileRow, ImportWork, RowFault } from "./import-work.ts";
import { ownLinks } from "./open-work.ts";
import { rowId } from "./row-id.ts";

/** Once all rows are written, lets those that name another row of the file refer to it: a subsidiary to its parent. */
export async function linkOwnRows(trx: Trx, work: ImportWork, rows: readonly FileRow[]) {
  const { plan, links, access, importId } = work;
  const fields = new Set(ownLinks(work));
  const read = rows.map((row) => ({ row: row.row, read: plan.read(row.cells) }));
  const wanted = read.flatMap(({ row, read: { links: all, values } }) =>
    all.filter(({ field }) => fields.has(field.key)).map((link) => ({ row, link, values, text: link.texts[0] ?? "" })),
  );
  await links.load(
    trx,
    wanted.map(({ link }) => link),
  );
  const idOf = await recordIds(trx, work, wanted);
  const faults: RowFault[] = [];
  const ops: WriteOp[] = wanted.flatMap(({ row, link, values, text }) => {
    const found = links.find(link, text);
    const id = idOf(row, values);
    if (!id) return [];
    if (found?.kind === "one") return [{ op: "update", id, values: { [link.field.key]: found.id } }];
    if (link.column.missing !== "empty") faults.push({ ...links.fault(link, text), code: "import_link_missing", row });
    return [];
  });
  const batch = { object: plan.object.key, ops, source: "import", cause: importId, onError: "collect" } as const;
  if (ops.length > 0) await writeRecords(trx, access, batch);
  const { total: _total, ...counts } = NO_COUNTS;
  return { counts, faults };
}

type Values = Readonly<Record<string, unknown>>;

/** The record of a row that is there: the one it made, or with a key the one it updated. */
async function recordIds(
  trx: Trx,
  { plan, access, importId }: ImportWork,
  wanted: readonly { row: number; values: Values }[],
) {
  const made = wanted.map(({ row }) => rowId(importId, row));
  const there = new Set((await lookUpRecords(trx, access, plan.object.key, "id", made)).map(({ id }) => id));
  const keyField = plan.key?.key;
  const keys = wanted.flatMap(({ values }) => (keyField ? String(values[keyField] ?? "") : []));
  const known = keyField ? await lookUpRecords(trx, access, plan.object.key, keyField, keys) : [];
  const byKey = new Map(known.map(({ id, text }) => [text, id]));
  const mayUpdate = plan.mapping.duplicates === "update";
  return (row: number, values: Values): string | undefined => {
    const own = rowId(importId, row);
    if (there.has(own)) return own;
    return mayUpdate && keyField ? byKey.get(String(values[keyField] ?? "")) : undefined;
  };
}
