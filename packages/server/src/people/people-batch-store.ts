import type { PersonRow } from "@dabiao/core/people/member.ts";
import { spliceAt } from "@dabiao/core/people/timeline.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { memberRow } from "./member-store.ts";
import type { MembershipRow } from "./tables.ts";

const ROWS_PER_STATEMENT = 2_000;

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly employeeNo: string | null;
}

export async function knownPeople(trx: Trx): Promise<KnownPerson[]> {
  const rows = await trx.tables
    .selectFrom("member")
    .select(["id", "name", "email", "employee_no"])
    .orderBy("id")
    .execute();
  return rows.map(({ employee_no, ...row }) => ({ ...row, employeeNo: employee_no }));
}

interface Placing {
  readonly created: readonly (PersonRow & { id: string })[];
  readonly placed: readonly { readonly memberId: string; readonly unitId: string; readonly isNew: boolean }[];
  /** The day from which new members belong to their unit. */
  readonly since: string;
  readonly roleKeys: readonly string[];
}

/** Writes new members with unit and roles, and moves known ones today. Answers how many moved. */
export async function placePeople(trx: Trx, { created, placed, since, roleKeys }: Placing): Promise<number> {
  const members = created.map((person) =>
    memberRow(person.id, trx.now, {
      name: person.name,
      email: person.email ?? null,
      phone: null,
      employeeNo: person.employeeNo ?? null,
      joinedOn: person.joinedOn ?? null,
    }),
  );
  for (const rows of chunks(members)) await trx.tables.insertInto("member").values(rows).execute();
  const roles = created.flatMap(({ id }) => roleKeys.map((role_key) => ({ member_id: id, role_key })));
  for (const rows of chunks(roles)) await trx.tables.insertInto("member_role").values(rows).execute();
  const places = placed
    .filter((place) => place.isNew)
    .map((place) => membership(place.memberId, place.unitId, since, null));
  for (const rows of chunks(places)) await trx.tables.insertInto("membership").values(rows).execute();
  return await moveKnown(
    trx,
    placed.filter((place) => !place.isNew),
  );
}

/** The unit's leader, and the role that goes with it. */
export async function setLeaders(trx: Trx, leaders: ReadonlyMap<string, string>, roleKey: string): Promise<void> {
  for (const [unitId, leaderId] of leaders) {
    await trx.tables
      .updateTable("unit")
      .set({ leader_id: leaderId, updated_at: trx.now })
      .where("id", "=", unitId)
      .execute();
  }
  const roles = [...new Set(leaders.values())].map((member_id) => ({ member_id, role_key: roleKey }));
  if (roles.length === 0) return;
  await trx.tables
    .insertInto("member_role")
    .values(roles)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function moveKnown(trx: Trx, placed: Placing["placed"]): Promise<number> {
  const today = dayAt(trx.now, trx.zone);
  const ids = placed.map((place) => place.memberId);
  const rows =
    ids.length === 0
      ? []
      : await trx.tables
          .selectFrom("membership")
          .selectAll()
          .where("member_id", "in", ids)
          .where("kind", "=", "primary")
          .execute();
  const byMember = new Map<string, MembershipRow[]>();
  for (const row of rows) byMember.set(row.member_id, [...(byMember.get(row.member_id) ?? []), row]);
  let moved = 0;
  for (const { memberId, unitId } of placed) {
    const spans = (byMember.get(memberId) ?? []).map((row) => ({ ...row, fromDay: row.from_day, toDay: row.to_day }));
    const { cut, replaced, added } = spliceAt(spans, today);
    if ((cut ?? replaced)?.unit_id === unitId) continue;
    moved += 1;
    if (cut) await trx.tables.updateTable("membership").set({ to_day: today }).where("id", "=", cut.id).execute();
    if (replaced)
      await trx.tables.updateTable("membership").set({ unit_id: unitId }).where("id", "=", replaced.id).execute();
    else
      await trx.tables
        .insertInto("membership")
        .values(membership(memberId, unitId, added.fromDay, added.toDay))
        .execute();
  }
  return moved;
}

function membership(member_id: string, unit_id: string, from_day: string, to_day: string | null): MembershipRow {
  return { id: newId(), member_id, unit_id, kind: "primary", from_day, to_day };
}

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += ROWS_PER_STATEMENT)
    yield items.slice(from, from + ROWS_PER_STATEMENT);
}
