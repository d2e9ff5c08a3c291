import { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { type Subject, TargetSetting, TargetSplit } from "@dabiao/core/goals/target.ts";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { DEFAULT_ROLES } from "@dabiao/core/people/default-roles.ts";
import { openKpi, periodIn } from "../../src/goals/kpi.ts";
import { judgeChange } from "../../src/goals/life/changes.ts";
import { placedPeople } from "../../src/goals/people-store.ts";
import { postSplit, readSplitBasis } from "../../src/goals/split.ts";
import { openTargets } from "../../src/goals/target-book.ts";
import { setTarget } from "../../src/goals/targets.ts";
import { metricContext } from "../../src/metrics/context.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { type Access, resolveAccess } from "../../src/people/access.ts";
import { type Company, wonDeals } from "../metrics/company.ts";

export const METRICS = {
  won_amount: { ...wonDeals("sum"), dimensions: [["product", "series"]] },
  average: wonDeals("avg"),
};
export const KPIS = {
  won: { metric: "won_amount", type: "result", step: "0.01" },
  ticket: { metric: "average", type: "result", step: "1" },
};

export function member(id: string): Subject {
  return { kind: "member", id };
}

export function amounts(id: string, period: string, amount: string) {
  return { kind: "amounts", lines: [{ subject: member(id), period, amount }] } as const;
}

export function change(given: object): NewGoalChange {
  return NewGoalChange.parse({ kpi: "won", reason: "市场变化", ...given });
}

export async function set(of: Company, subject: Subject, period: string, amount: string): Promise<void> {
  const setting = TargetSetting.parse({ kpi: "won", subject, period, amount, reason: "设目标" });
  const world = await of.world();
  await of.ws.transaction((trx) => setTarget(trx, of.access, world, setting));
}

export async function split(
  of: Company,
  subject: Subject,
  period: string,
  members: string[],
  method: "even" | "capacity" = "even",
): Promise<void> {
  const given = TargetSplit.parse({
    kpi: "won",
    subject,
    period,
    into: { kind: "members", members },
    method: { kind: method },
    reason: "均分",
  });
  const context = await of.context();
  const basis = await readSplitBasis(context, given);
  await of.ws.transaction((trx) => postSplit(trx, of.access, given, basis));
}

export async function openBookOf(of: Company, key: string, asOf: Date | null = null) {
  const kpi = openKpi(await of.world(), "won");
  const period = periodIn(kpi, key);
  const placed = await placedPeople(of.ws, period, null);
  return await openTargets(of.ws, "won", period, kpi.calendar, placed, asOf);
}

export async function counted(of: Company, id: string, ...periods: string[]): Promise<(string | null)[]> {
  const found = [];
  for (const period of periods) found.push((await openBookOf(of, period)).member(id)?.toFixed() ?? null);
  return found;
}

export async function countedAsOf(of: Company, id: string, period: string, at: string): Promise<string | null> {
  return (await openBookOf(of, period, new Date(at))).member(id)?.toFixed() ?? null;
}

export async function people(of: Company, period: string, ...units: string[]): Promise<(string | null)[]> {
  const book = await openBookOf(of, period);
  return units.map((unit) => book.people(unit).counted?.toFixed() ?? null);
}

export async function contextOf(of: Company, access: Access) {
  return metricContext(of.ws, await of.world(), access, of.clock.now, "company");
}

export async function judge(of: Company, access: Access, id: string) {
  const context = await contextOf(of, access);
  return await of.ws.transaction((trx) => judgeChange(trx, context, id, { approves: true, note: "" }));
}

/** The roles a new company starts with. */
export async function withRoles(of: Company): Promise<void> {
  const roles = Object.entries(DEFAULT_ROLES).map(([key, body]) => ({ kind: "role", key, body }));
  await of.ws.transaction((trx) => publishAll(trx, of.access, roles, { note: "" }));
}

/** Somebody's own rights. */
export async function memberAccess(of: Company, memberId: string, roleKeys: string[]): Promise<Access> {
  const actor: MemberActor = {
    kind: "member",
    workspaceId: of.ws.id,
    memberId,
    accountId: memberId,
    roleKeys,
    orgVersion: 1,
    locale: "zh-CN",
    source: "ui",
    requestId: "test",
  };
  return await resolveAccess(of.ws, await of.world(), actor, of.clock.now);
}
