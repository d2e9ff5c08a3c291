import type { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import { type Board, type BoardCell, BoardQuery } from "@dabiao/core/goals/board.ts";
import { type Subject, TargetSetting } from "@dabiao/core/goals/target.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { board } from "../../src/goals/board.ts";
import { setTarget } from "../../src/goals/targets.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { type Company, wonDeals } from "../metrics/company.ts";

export const METRICS = {
  won_amount: wonDeals("sum"),
  average: wonDeals("avg"),
  by_moment: wonDeals("sum", { date: "happened_at" }),
  shared: wonDeals("sum", { credit: { kind: "split", split: "share_of_deal" } }),
};

export const KPIS = {
  won: { metric: "won_amount", type: "result", step: "0.01" },
  ticket: { metric: "average", type: "result", step: "1" },
  moment: { metric: "by_moment", type: "result", step: "1" },
  shared: { metric: "shared", type: "result", step: "0.01" },
};

export async function give(of: Company, kpi: string, subject: Subject, period: string, amount: string): Promise<void> {
  const setting = TargetSetting.parse({ kpi, subject, period, amount, reason: "测试" });
  const world = await of.world();
  await of.ws.transaction((trx) => setTarget(trx, of.access, world, setting));
}

export async function look(of: Company, period: string, more: object = {}): Promise<Board> {
  const query = BoardQuery.parse({ kpis: ["won"], period, ...more });
  return await board(of.ws, of.access, await of.world(), query, of.clock.now);
}

/** The cell of a person or unit, in the first column unless said otherwise. */
export function cellOf(seen: Board, id: string | undefined, column = 0): BoardCell | undefined {
  return [...seen.units, ...seen.people].find((row) => row.id === id)?.cells[column];
}

export function won(owner: string | undefined, amount: string, closed_on: string): WriteOp {
  return { op: "create", values: { owner: owner ?? "", amount, closed_on, stage: "won" } };
}

/** The company decides on another calendar; boards follow at once. */
export async function decideCalendar(of: Company, body: Partial<CalendarBody>): Promise<void> {
  const definitions = [{ kind: "calendar", key: "company", body: { label: { zh: "公司日历" }, ...body } }];
  await of.ws.transaction((trx) => publishAll(trx, of.access, definitions, { note: "test" }));
}
