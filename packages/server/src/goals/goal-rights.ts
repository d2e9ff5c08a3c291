import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Access } from "../people/access.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { type Place, subjectName } from "./place.ts";

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
export function demandVisible(access: Access, place: Pick<Place, "kind" | "id">): void {
  if (!visibleSubjects(access)(place)) throw new Refusal("not_found", { what: place.kind });
}

/** Whose targets somebody may set, and whose they may divide. */
export interface Planner {
  /** Everybody's. */
  readonly all: boolean;
  /** People below, and units below those one leads; never one's own target nor that of the unit one leads. */
  maySet(place: Pick<Place, "kind" | "id">): boolean;
  /** Those and the units one leads: a leader divides what came from above. */
  maySplit(place: Pick<Place, "kind" | "id">): boolean;
}

type Here = Runner & { readonly zone: string };

/** Who manages goals plans everybody; a leader, by the organisation of today, the units led and the people below. */
export async function plannerOf(on: Here, access: Access, now: Date): Promise<Planner> {
  if (access.can("goals.manage")) return { all: true, maySet: () => true, maySplit: () => true };
  const led = access.memberId === null ? NOBODY : await ledBy(on, access.memberId, dayAt(now, on.zone));
  const own = new Set(led.units.map((id) => `unit/${id}`));
  const below = new Set([...led.below.map((id) => `unit/${id}`), ...led.people.map((id) => `member/${id}`)]);
  return {
    all: false,
    maySet: (place) => below.has(subjectName(place)),
    maySplit: (place) => below.has(subjectName(place)) || own.has(subjectName(place)),
  };
}

interface Led {
  readonly units: readonly string[];
  readonly below: readonly string[];
  readonly people: readonly string[];
}
const NOBODY: Led = { units: [], below: [], people: [] };

async function ledBy(on: Here, memberId: string, day: string): Promise<Led> {
  const table = (name: string) => ident(on.schema, name);
  const within = sql`from_day <= ${day}::date and (to_day is null or to_day > ${day}::date)`;
  const [row] = await on.rows<Led>(sql`
    with led as (select id from ${table("unit")} where leader_id = ${memberId} and not archived),
      inside as (select distinct p.unit_id as id, bool_or(p.depth > 0) as below from ${table("unit_path")} p
        join led on led.id = p.ancestor_id where ${within} group by p.unit_id)
    select array(select id from led) as units, array(select id from inside where below) as below,
      array(select member_id from ${table("membership")} where unit_id in (select id from inside) and kind = 'primary'
        and ${within} and member_id <> ${memberId}) as people`);
  return row ?? NOBODY;
}

/** @throws Refusal `not_found` for what one does not see, `target_not_yours` for what one may only look at */
export function demandMaySet(access: Access, planner: Planner, place: Place): void {
  if (planner.maySet(place)) return;
  demandVisible(access, place);
  throw new Refusal("target_not_yours", { who: place.kind, id: place.id });
}

export function demandMaySplit(access: Access, planner: Planner, place: Place): void {
  if (planner.maySplit(place)) return;
  demandVisible(access, place);
  throw new Refusal("target_not_yours", { who: place.kind, id: place.id });
}
