import { commonDays } from "@dabiao/core/people/timeline.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";

const ROWS_PER_STATEMENT = 2_000;

/** A stay in a unit, from the row of a list. */
export interface StayRow {
  readonly row: number;
  readonly memberId: string;
  readonly unitId: string;
  readonly fromDay: string;
  readonly toDay: string | null;
}

/**
 * Replaces the primary memberships of everybody in the list by the stays it names.
 *
 * @throws Refusal `membership_overlaps` when two stays of one person share a day
 */
export async function putHistories(trx: Trx, stays: readonly StayRow[]): Promise<void> {
  if (stays.length === 0) return;
  const byMember = new Map<string, StayRow[]>();
  for (const stay of stays) byMember.set(stay.memberId, [...(byMember.get(stay.memberId) ?? []), stay]);
  for (const own of byMember.values()) refuseOverlap(own);
  const members = [...byMember.keys()];
  for (let at = 0; at < members.length; at += ROWS_PER_STATEMENT) {
    const ids = members.slice(at, at + ROWS_PER_STATEMENT);
    await trx.tables.deleteFrom("membership").where("member_id", "in", ids).where("kind", "=", "primary").execute();
  }
  const rows = stays.map(({ memberId, unitId, fromDay, toDay }) => ({
    id: newId(trx.now),
    member_id: memberId,
    unit_id: unitId,
    kind: "primary" as const,
    from_day: fromDay,
    to_day: toDay,
  }));
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
    await trx.tables
      .insertInto("membership")
      .values(rows.slice(at, at + ROWS_PER_STATEMENT))
      .execute();
}

function refuseOverlap(stays: readonly StayRow[]): void {
  const ordered = stays.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  for (const [index, stay] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && commonDays(stay, next))
      throw new Refusal("membership_overlaps", { unit: "", from: stay.fromDay, to: stay.toDay ?? "" }, [
        "body",
        "rows",
        next.row,
      ]);
  }
}
