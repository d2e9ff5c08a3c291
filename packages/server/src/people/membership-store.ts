import { commonDays, spliceAt } from "@dabiao/core/people/timeline.ts";
import type { Membership, MembershipChange, NewMembership } from "@dabiao/core/people/unit.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import { recordAudit } from "./audit-store.ts";
import { touchOrganisation } from "./organisation-store.ts";
import type { MembershipRow } from "./tables.ts";
import { usableUnit } from "./unit-store.ts";

/** Latest first. */
export async function listMemberships(on: Runner, memberId: string): Promise<Membership[]> {
  const rows = await on.rows<MembershipRow & { unit_name: string }>(sql`
    select m.id, m.member_id, m.unit_id, m.kind, m.from_day, m.to_day, u.name as unit_name
    from ${ident(on.schema, "membership")} m join ${ident(on.schema, "unit")} u on u.id = m.unit_id
    where m.member_id = ${memberId} order by m.from_day desc, m.id limit 500`);
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: row.unit_name },
    kind: row.kind,
    fromDay: row.from_day,
    toDay: row.to_day,
  }));
}

/** One primary unit ends on the day and another begins; a transfer on a membership's first day replaces its unit. */
export async function transfer(
  trx: Trx,
  access: Access,
  memberId: string,
  to: { unitId: string; day: string },
): Promise<Membership[]> {
  const before = await openForChange(trx, access, memberId);
  await usableUnit(trx, to.unitId, "unitId");
  const spans = before
    .filter((row) => row.kind === "primary")
    .map((row) => ({ ...row, fromDay: row.from_day, toDay: row.to_day }));
  const { cut, replaced, added } = spliceAt(spans, to.day);
  if (cut) await trx.tables.updateTable("membership").set({ to_day: to.day }).where("id", "=", cut.id).execute();
  if (replaced) {
    await trx.tables.updateTable("membership").set({ unit_id: to.unitId }).where("id", "=", replaced.id).execute();
  } else {
    const row = { id: newId(trx.now), member_id: memberId, unit_id: to.unitId, kind: "primary" as const };
    await trx.tables
      .insertInto("membership")
      .values({ ...row, from_day: added.fromDay, to_day: added.toDay })
      .execute();
  }
  return await changed(trx, access, memberId, before);
}

export async function addMembership(
  trx: Trx,
  access: Access,
  memberId: string,
  wanted: NewMembership,
): Promise<Membership[]> {
  const before = await openForChange(trx, access, memberId);
  await usableUnit(trx, wanted.unitId, "unitId");
  const row: MembershipRow = {
    id: newId(trx.now),
    member_id: memberId,
    unit_id: wanted.unitId,
    kind: wanted.kind,
    from_day: wanted.fromDay,
    to_day: wanted.toDay,
  };
  await demandFree(trx, before, row);
  await trx.tables.insertInto("membership").values(row).execute();
  return await changed(trx, access, memberId, before);
}

/** Rewrites history on purpose: for what was entered wrongly. */
export async function correctMembership(
  trx: Trx,
  access: Access,
  memberId: string,
  id: string,
  change: MembershipChange,
): Promise<Membership[]> {
  const before = await openForChange(trx, access, memberId);
  const row = before.find((each) => each.id === id);
  if (!row) throw new Refusal("not_found", { what: "membership" });
  if (change.unitId && change.unitId !== row.unit_id) await usableUnit(trx, change.unitId, "unitId");
  const wanted: MembershipRow = {
    ...row,
    unit_id: change.unitId ?? row.unit_id,
    from_day: change.fromDay ?? row.from_day,
    to_day: change.toDay === undefined ? row.to_day : change.toDay,
  };
  await demandFree(trx, before, wanted);
  const { id: _id, member_id: _member, kind: _kind, ...set } = wanted;
  await trx.tables.updateTable("membership").set(set).where("id", "=", id).execute();
  return await changed(trx, access, memberId, before);
}

export async function removeMembership(trx: Trx, access: Access, memberId: string, id: string): Promise<Membership[]> {
  const before = await openForChange(trx, access, memberId);
  if (!before.some((row) => row.id === id)) throw new Refusal("not_found", { what: "membership" });
  await trx.tables.deleteFrom("membership").where("id", "=", id).execute();
  return await changed(trx, access, memberId, before);
}

async function openForChange(trx: Trx, access: Access, memberId: string): Promise<MembershipRow[]> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const member = await trx.tables.selectFrom("member").select("id").where("id", "=", memberId).executeTakeFirst();
  if (!member) throw new Refusal("not_found", { what: "member" });
  return await trx.tables.selectFrom("membership").selectAll().where("member_id", "=", memberId).execute();
}

/** @throws Refusal `days_reversed`, `membership_overlaps` */
async function demandFree(trx: Trx, rows: readonly MembershipRow[], wanted: MembershipRow): Promise<void> {
  if (wanted.to_day !== null && wanted.to_day <= wanted.from_day) {
    throw new Refusal("days_reversed", { from: wanted.from_day, to: wanted.to_day }, ["body", "toDay"]);
  }
  if (wanted.kind !== "primary") return;
  const span = { fromDay: wanted.from_day, toDay: wanted.to_day };
  const other = rows.find(
    (row) =>
      row.id !== wanted.id && row.kind === "primary" && commonDays({ fromDay: row.from_day, toDay: row.to_day }, span),
  );
  if (!other) return;
  const unit = await trx.tables
    .selectFrom("unit")
    .select("name")
    .where("id", "=", other.unit_id)
    .executeTakeFirstOrThrow();
  throw new Refusal("membership_overlaps", { unit: unit.name, from: other.from_day, to: other.to_day ?? "" }, ["body"]);
}

async function changed(
  trx: Trx,
  access: Access,
  memberId: string,
  before: readonly MembershipRow[],
): Promise<Membership[]> {
  const after = await listMemberships(trx, memberId);
  await recordAudit(trx, access.actor, {
    kind: "membership_changed",
    subject: "member",
    subjectId: memberId,
    detail: {
      before: before.map((row) => ({ unitId: row.unit_id, kind: row.kind, fromDay: row.from_day, toDay: row.to_day })),
      after: after.map((row) => ({ unitId: row.unit.id, kind: row.kind, fromDay: row.fromDay, toDay: row.toDay })),
    },
  });
  return after;
}
