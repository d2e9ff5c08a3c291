import type { Link } from "@dabiao/core/imports/read-row.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { ImportWork, Pending } from "./import-work.ts";
import { makeParents } from "./make-parents.ts";

/** Puts the ids of what rows refer to into their values: finds them, makes them where the mapping says so, and tells what is missing. */
export async function resolveLinks(trx: Trx, work: ImportWork, pending: readonly Pending[]): Promise<void> {
  const open = pending.filter(({ skip }) => skip === null);
  await work.links.load(
    trx,
    open.flatMap(({ read }) => read.links),
  );
  if (!work.dryRun) await makeParents(trx, work, open);
  for (const each of open) for (const link of each.read.links) putIds(work, each, link);
}

function putIds(work: ImportWork, pending: Pending, link: Link): void {
  const ids: string[] = [];
  for (const text of link.texts) {
    const found = work.links.find(link, text);
    if (found?.kind === "one") ids.push(found.id);
    else if (!found && comesLater(work, link, text)) pending.later.add(link.field.key);
    else if (found || link.column.missing !== "empty") pending.read.faults.push(work.links.fault(link, text));
  }
  if (ids.length === 0) return;
  pending.read.values[link.field.key] = link.field.family === "references" ? ids : ids[0];
}

/** Not there yet, and no fault: the run makes it, or another row of this file is it. */
export function comesLater(work: ImportWork, link: Link, text: string): boolean {
  if (link.column.missing === "create" && link.field.target?.kind !== "unit") return work.dryRun;
  return isOwn(work, link) && work.ownNames?.has(text) === true;
}

/** Whether the link leads to records of the same object: rows of one file may refer to each other. */
export function isOwn({ plan }: ImportWork, { field }: Link): boolean {
  return field.target?.kind === "object" && field.target.object === plan.object.key;
}
