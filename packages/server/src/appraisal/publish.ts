import type { World } from "@dabiao/core/model/kind.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { notify } from "../people/notice-store.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type OpenCycle, readCards } from "./cycle-store.ts";
import { leaveOutUnscored } from "./leave-out.ts";
import type { Cards } from "./scored-parts.ts";
import { readSheets, type SheetRow } from "./sheet-store.ts";
import { enterState, stageOf } from "./stages.ts";

/**
 * Opens the results: who needs an interview waits for it, everybody else may sign or appeal at once.
 *
 * @param reason why people without a total are left out
 */
export async function publishSheets(
  trx: Trx,
  world: World,
  cycle: OpenCycle,
  { by, reason }: { readonly by: string | null; readonly reason: string | null },
): Promise<void> {
  await leaveOutUnscored(trx, cycle, by, reason);
  const sheets = await readSheets(
    trx,
    sql`s.cycle_id = ${cycle.id}::uuid and s.state = 'calibrating'`,
    sql`order by s.id`,
  );
  const cards = await readCards(trx, cycle.id);
  const waiting = new Set(
    stageOf(cycle.body, "published")
      ? sheets.filter((sheet) => needsInterview(cycle, cards, sheet)).map(({ id }) => id)
      : [],
  );
  const at = (wanted: boolean) => sheets.filter(({ id }) => waiting.has(id) === wanted).map(({ id }) => id);
  await enterState(trx, world, cycle, at(true), "published");
  await enterState(trx, world, cycle, at(false), "confirming");
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_cycle")} set state = 'published' where id = ${cycle.id}::uuid
    and state = 'calibrating'`);
  await notify(
    trx,
    sheets.map(({ memberId }) => ({
      memberId,
      kind: "appraisal.published",
      params: { cycle: cycle.label.zh },
      path: "/kpi/me",
    })),
  );
}

/** Whether a grade is talked over before it is confirmed: the plan's grades, or the best and the lowest. */
export function needsInterview(cycle: OpenCycle, cards: Cards, sheet: Pick<SheetRow, "grade">): boolean {
  if (sheet.grade === null || !stageOf(cycle.body, "published")) return false;
  const [first] = cards.values();
  const grades = first?.body.scoring.grades.map(({ key }) => key) ?? [];
  const wanted = cycle.body.interviewGrades ?? [grades[0] ?? "", grades.at(-1) ?? ""];
  return wanted.includes(sheet.grade);
}
