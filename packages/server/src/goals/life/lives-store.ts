import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { subtract } from "@dabiao/core/calendar/day-range.ts";
import type { AbsenceKind } from "@dabiao/core/goals/absence.ts";
import type { Life } from "@dabiao/core/goals/life-share.ts";
import { type RampBody, type RampOf, rampRunsOn } from "@dabiao/core/goals/ramp.ts";
import { rampKind } from "@dabiao/core/goals/ramp-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";
import { goalRules } from "./rules.ts";

/** What happened to people in a period, of those to whom anything did; everybody else owes a full target. */
export type Lives = ReadonlyMap<string, Life>;

interface Draft {
  joinedOn: string | null;
  leftOn: string | null;
  leave: Life["leave"][number][];
  ramps: RampOf[];
}

/** What happened to people in a period whatever they are measured by: several KPIs may share one reading. */
export interface Presence {
  readonly stays: readonly Stay[];
  readonly leave: readonly LeaveRow[];
}

export async function readPresence(
  on: Runner,
  world: World,
  period: DayRange,
  asOf: Date | null = null,
  members?: readonly string[],
): Promise<Presence> {
  return { stays: await readStays(on, period, members), leave: await readLeave(on, world, period, asOf, members) };
}

/**
 * Reads the lives of a period: hire and leave from the member or, where those are not known, from the first and last
 * membership; days between two units; approved leave; ramps by role and by name.
 *
 * @param kpi only ramps that ease it
 * @param members only these; everybody when left out
 * @param presence read already, for several KPIs
 */
export async function readLives(
  on: Runner,
  world: World,
  period: DayRange,
  kpi: string,
  asOf: Date | null = null,
  members?: readonly string[],
  presence?: Presence,
): Promise<Lives> {
  const { stays, leave } = presence ?? (await readPresence(on, world, period, asOf, members));
  const lives = new Map<string, Draft>();
  const of = (id: string): Draft => {
    const known = lives.get(id) ?? { joinedOn: null, leftOn: null, leave: [], ramps: [] };
    lives.set(id, known);
    return known;
  };
  for (const { id, joined, left, gaps } of stays) {
    const life = of(id);
    life.joinedOn = joined;
    life.leftOn = left;
    life.leave.push(...gaps.map((gap) => ({ kind: "noUnit" as const, ...gap })));
  }
  for (const { member_id, ...days } of leave) of(member_id).leave.push(days);
  for (const { memberId, ramp } of await readRamps(on, world, period, kpi, asOf, members))
    of(memberId).ramps.push(ramp);
  return lives;
}

interface Stay {
  readonly id: string;
  readonly joined: string | null;
  readonly left: string | null;
  readonly gaps: readonly DayRange[];
}

/** Of everybody whose stay does not cover the period whole. */
async function readStays(on: Runner, { start, end }: DayRange, members?: readonly string[]): Promise<Stay[]> {
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<{ id: string; joined_on: string | null; left_on: string | null; spans: string[] }>(sql`
    select p.id, p.joined_on, p.left_on, coalesce(m.spans, '{}') as spans from ${table("member")} p
    left join lateral (select array_agg(m.from_day || '/' || coalesce(m.to_day::text, '') order by m.from_day) as spans
      from ${table("membership")} m where m.member_id = p.id and m.kind = 'primary') m on true
    where (p.joined_on > ${start}::date or p.left_on < ${end}::date
      or (not exists (select from ${table("membership")} w where w.member_id = p.id and w.kind = 'primary'
          and w.from_day <= ${start}::date and (w.to_day is null or w.to_day >= ${end}::date))
        and exists (select from ${table("membership")} o where o.member_id = p.id and o.kind = 'primary')))${among("p.id", members)}`);
  return rows.map(({ id, joined_on, left_on, spans }) => {
    const held = spans.map((span) => {
      const [from = "", to = ""] = span.split("/");
      return { start: from, end: to === "" ? "9999-12-31" : to };
    });
    const first = held[0]?.start ?? EVER;
    const last = held.at(-1)?.end ?? "9999-12-31";
    const joined = joined_on ?? (first === EVER ? null : first);
    const left = left_on ?? (last === "9999-12-31" ? null : last);
    const stay = { start: laterOf(joined, first), end: left === null || left > last ? last : left };
    return { id, joined, left, gaps: held.length === 0 ? [] : subtract(stay, held) };
  });
}

function laterOf(joined: string | null, first: string): string {
  return joined !== null && joined > first ? joined : first;
}

interface LeaveRow extends DayRange {
  readonly member_id: string;
  readonly kind: AbsenceKind;
}

async function readLeave(
  on: Runner,
  world: World,
  { start, end }: DayRange,
  asOf: Date | null,
  members?: readonly string[],
): Promise<LeaveRow[]> {
  const kinds = goalRules(world).relief;
  if (kinds.length === 0) return [];
  const known = asOf ? sql` and decided_at <= ${asOf.toISOString()}::timestamptz` : raw("");
  return await on.rows<LeaveRow>(sql`
    select member_id, kind, from_day as start, to_day as "end" from ${ident(on.schema, "absence")}
    where state = 'approved' and kind = any(${kinds}::text[]) and from_day < ${end}::date and to_day > ${start}::date${known}${among("member_id", members)}
    order by member_id, from_day, id`);
}

interface RampRow {
  readonly memberId: string;
  readonly ramp: RampOf;
}

/** Ramps that still change something in the period. Who was put on a ramp, or off all, by name is on none by role. */
async function readRamps(
  on: Runner,
  world: World,
  period: DayRange,
  kpi: string,
  asOf: Date | null,
  members?: readonly string[],
): Promise<RampRow[]> {
  const ramps = world.list(rampKind).filter(({ body }) => body.kpis.length === 0 || body.kpis.includes(kpi));
  if (ramps.length === 0) return [];
  const named = await namedRamps(on, asOf, members);
  const byRole = await hiredInRole(on, ramps, period, members);
  const bodies = new Map(ramps.map(({ key, body }) => [key, body]));
  const found = [
    ...named.map(({ member_id, ramp_key, start_day }) => ({ memberId: member_id, key: ramp_key, start: start_day })),
    ...byRole.filter(({ memberId }) => !named.some(({ member_id }) => member_id === memberId)),
  ];
  return found.flatMap(({ memberId, key, start }) => {
    const body = key === null ? undefined : bodies.get(key);
    if (!body || key === null || start >= period.end) return [];
    const ramp = { key, start, body };
    return rampRunsOn(ramp, period.start) ? [{ memberId, ramp }] : [];
  });
}

/** The newest word on each person who was put on a ramp, or off all, by name. */
export async function namedRamps(
  on: Runner,
  asOf: Date | null = null,
  members?: readonly string[],
): Promise<{ member_id: string; ramp_key: string | null; start_day: string }[]> {
  const known = asOf
    ? sql`at <= ${asOf.toISOString()}::timestamptz and (ended_at is null or ended_at > ${asOf.toISOString()}::timestamptz)`
    : sql`ended_at is null`;
  return await on.rows(sql`select distinct on (member_id) member_id, ramp_key, start_day from ${ident(on.schema, "member_ramp")}
    where ${known}${among("member_id", members)} order by member_id, id desc`);
}

/** People hired late enough that a ramp of their role may still run. */
export async function hiredInRole(
  on: Runner,
  ramps: readonly { readonly key: string; readonly body: RampBody }[],
  period: DayRange,
  members?: readonly string[],
): Promise<{ memberId: string; key: string; start: string }[]> {
  const withRoles = ramps.filter(({ body }) => body.roles.length > 0);
  if (withRoles.length === 0) return [];
  const longest = Math.max(...withRoles.map(({ body }) => body.steps.length)) + 1;
  const rows = await on.rows<{ id: string; joined: string; roles: string[] }>(sql`
    select p.id, p.joined_on as joined, array_agg(r.role_key) as roles from ${ident(on.schema, "member")} p
    join ${ident(on.schema, "member_role")} r on r.member_id = p.id
    where p.joined_on < ${period.end}::date and p.joined_on >= (${period.start}::date - make_interval(months => ${raw(String(longest))}))${among("p.id", members)}
    group by p.id`);
  return rows.flatMap(({ id, joined, roles }) =>
    withRoles
      .filter(({ body }) => body.roles.some((role) => roles.includes(role)))
      .map(({ key }) => ({ memberId: id, key, start: joined })),
  );
}

function among(column: string, members: readonly string[] | undefined) {
  return members === undefined ? raw("") : sql` and ${raw(column)} = any(${members}::uuid[])`;
}
