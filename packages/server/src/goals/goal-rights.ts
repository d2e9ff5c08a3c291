import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Place } from "./place.ts";

/** Whether the reader may see targets and results of everybody; others see their units, those below, and the people in them. */
export function seesAll(access: Access): boolean {
  return access.can("goals.read_all") || access.can("goals.manage");
}

export function visibleSubjects(access: Access): (place: Pick<Place, "kind" | "id">) => boolean {
  if (seesAll(access)) return () => true;
  const units = new Set(access.units("subtree"));
  const members = new Set([...access.members("subtree"), ...access.members("own")]);
  return ({ kind, id }) => (kind === "unit" ? units.has(id) : kind === "member" && members.has(id));
}

/** @throws Refusal `not_found`: what one may not see is not there */
export function demandVisible(access: Access, place: Place): void {
  if (!visibleSubjects(access)(place)) throw new Refusal("not_found", { what: place.kind });
}

/** @throws Refusal `not_found` for a person or unit that does not exist */
export async function demandSubject(trx: Trx, { kind, id }: Place): Promise<void> {
  if (kind === "company") return;
  const found = await trx.tables.selectFrom(kind).select("id").where("id", "=", id).executeTakeFirst();
  if (!found) throw new Refusal("not_found", { what: kind }, ["subject"]);
}
