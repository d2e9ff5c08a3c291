import type { CalibrationChange, calibration } from "@dabiao/core/appraisal/contract.ts";
import { distribution, type RankedPerson } from "@dabiao/core/appraisal/scoring/distribution.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { roundHalfUp } from "@dabiao/core/numbers/rounding.ts";
import type { ResultOf } from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { readCards, readCycle } from "./cycle-store.ts";
import type { Room } from "./room.ts";
import { sheetCards } from "./sheet-list.ts";
import { visibleSheets } from "./sheet-rights.ts";

/** People one calibration looks at. */
const GROUP_MAX = 500;
const CHANGES_MAX = 500;

/**
 * A group before calibration: scores, grades against the guide, and what was changed by whom and why. The guide advises;
 * it changes nobody's grade by itself.
 *
 * @source SPEC.md A-06, S-16
 */
export async function readCalibration(
  room: Room,
  cycleId: string,
  group: { unit?: string | undefined; card?: string | undefined },
): Promise<ResultOf<typeof calibration>> {
  const { ws, access } = room;
  const cycle = await readCycle(ws, cycleId);
  const table = (name: string) => ident(ws.schema, name);
  const conditions: Sql[] = [
    visibleSheets(ws, access),
    sql`s.cycle_id = ${cycleId}::uuid`,
    sql`s.state <> 'withdrawn'`,
  ];
  if (access.memberId !== null) conditions.push(sql`s.member_id <> ${access.memberId}::uuid`);
  if (group.card)
    conditions.push(
      sql`exists (select from ${table("appraisal_part")} p where p.sheet_id = s.id and p.card_key = ${group.card})`,
    );
  if (group.unit)
    conditions.push(sql`exists (select from ${table("appraisal_part")} p join ${table("unit_path")} u on u.unit_id = p.unit_id
      where p.sheet_id = s.id and u.ancestor_id = ${group.unit}::uuid and u.from_day < p.to_day and (u.to_day is null or u.to_day >= p.to_day))`);
  const rows = await ws.rows<{ id: string; total: string | null; grade: string | null; exempt: string | null }>(sql`
    select s.id, s.total::text, s.grade, s.exempt from ${table("appraisal_sheet")} s where ${and(conditions)}
    order by s.total desc nulls last, s.id limit ${GROUP_MAX + 1}`);
  if (rows.length === 0 && !access.can("appraisal.manage")) throw new Refusal("not_found", { what: "cycle" });
  const group_ = rows.slice(0, GROUP_MAX);
  const people = group_.flatMap(({ id, total, grade, exempt }): RankedPerson[] =>
    total === null || grade === null ? [] : [{ id, score: decimal(total), grade, exempt: exempt !== null }],
  );
  const guide = cycle.body.distribution;
  const guided = guide ? distribution(people, guide) : null;
  const counted = people.filter(({ exempt }) => exempt !== true);
  const cards = await readCards(ws, cycleId);
  const grades = [...new Set([...cards.values()].flatMap(({ body }) => body.scoring.grades.map(({ key }) => key)))];
  return {
    mode: guided?.mode ?? null,
    counted: counted.length,
    exempt: people.length - counted.length,
    grades: grades.map((grade) => {
      const count = counted.filter((person) => person.grade === grade).length;
      const share = guided?.shares.find((each) => each.grade === grade);
      const percent = counted.length === 0 ? decimal(0) : decimal(count * 100).div(counted.length);
      return {
        grade,
        count,
        guide: share?.quota ?? null,
        percent: roundHalfUp(percent).toFixed(),
        deviation: share?.deviation ?? null,
        alarm: share?.alarm ?? false,
      };
    }),
    sheets: await sheetCards(
      room,
      group_.map(({ id }) => id),
    ),
    changes: await readChanges(
      room,
      group_.map(({ id }) => id),
    ),
    more: rows.length > GROUP_MAX,
  };
}

interface ChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly sheetId: string;
  readonly name: string;
  readonly by: string | null;
  readonly detail: Pick<CalibrationChange, "before" | "after" | "reason">;
}

async function readChanges({ ws }: Room, sheets: readonly string[]): Promise<CalibrationChange[]> {
  const rows = await ws.rows<ChangeRow>(sql`
    select e.id, e.at, e.sheet_id as "sheetId", m.name, b.name as by, e.detail from ${ident(ws.schema, "appraisal_event")} e
    join ${ident(ws.schema, "appraisal_sheet")} s on s.id = e.sheet_id join ${ident(ws.schema, "member")} m on m.id = s.member_id
    left join ${ident(ws.schema, "member")} b on b.id = e.by_member
    where e.kind = 'calibrated' and e.sheet_id = any(${sheets}::uuid[]) order by e.at desc, e.id desc limit ${CHANGES_MAX}`);
  return rows.map(({ id, at, sheetId, name, by, detail }) => ({
    id,
    at: at.toISOString(),
    sheetId,
    name,
    by: by ?? "",
    before: detail.before,
    after: detail.after,
    reason: detail.reason,
  }));
}
