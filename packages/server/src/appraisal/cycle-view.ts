import type { getCycle } from "@dabiao/core/appraisal/contract.ts";
import { nextState } from "@dabiao/core/appraisal/cycle-state.ts";
import type { ResultOf } from "@dabiao/core/platform/contract.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { BLOCKERS_MAX, findBlockers } from "./blockers.ts";
import { cycleWithStates, readCards, readCycle } from "./cycle-store.ts";
import { stageProgress } from "./progress-store.ts";
import type { Room } from "./room.ts";
import { visibleCycles } from "./sheet-rights.ts";

/** Blockers a page shows; the count says that there are more. */
const BLOCKERS_SHOWN = 100;

/** A cycle with its progress and what stands in the way; who does not run appraisals sees no names. */
export async function readCycleView(room: Room, id: string): Promise<ResultOf<typeof getCycle>> {
  const { ws, access, now } = room;
  const [seen] = await ws.rows(
    sql`select c.id from ${ident(ws.schema, "appraisal_cycle")} c where c.id = ${id}::uuid and ${visibleCycles(ws, access)}`,
  );
  if (!seen) throw new Refusal("not_found", { what: "cycle" });
  const cycle = await readCycle(ws, id);
  const cards = await readCards(ws, id);
  const counts = await ws.rows<{ card: string; people: string }>(sql`
    select p.card_key as card, count(distinct p.sheet_id) as people from ${ident(ws.schema, "appraisal_part")} p
    join ${ident(ws.schema, "appraisal_sheet")} s on s.id = p.sheet_id where s.cycle_id = ${id}::uuid group by 1 order by 1`);
  const people = new Map(counts.map((row) => [row.card, Number(row.people)]));
  const mayManage = access.can("appraisal.manage");
  const next = nextState(cycle.state);
  const blockers = mayManage && next !== null ? await findBlockers(room, cycle, next) : [];
  return {
    ...(await cycleWithStates(ws, cycle)),
    body: mayManage ? cycle.body : { ...cycle.body, except: [] },
    cards: [...cards].map(([key, { body, version }]) => ({
      key,
      label: body.label,
      version,
      people: people.get(key) ?? 0,
    })),
    progress: await stageProgress(ws, id, dayAt(now, ws.zone)),
    blockers: blockers.slice(0, BLOCKERS_SHOWN),
    blockersMore: blockers.length > BLOCKERS_SHOWN || blockers.length >= BLOCKERS_MAX,
    next,
    mayManage,
  };
}
