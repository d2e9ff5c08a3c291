import type { TestContext } from "node:test";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Room } from "../../src/appraisal/room.ts";
import type { TargetReader } from "../../src/appraisal/target-reader.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import type { Access } from "../../src/people/access.ts";
import { resolveAccess } from "../../src/people/access.ts";
import { type Company, company, definitions, wonDeals } from "../metrics/company.ts";
import { memberActor } from "../support/app.ts";

const METRICS = {
  won_amount: wonDeals("sum"),
  won_count: wonDeals("count", {}, { kind: "count" }),
  average: wonDeals("avg"),
};
const KPIS = {
  won: { metric: "won_amount", type: "result", step: "0.01" },
  deals: { metric: "won_count", type: "process", step: "1" },
  ticket: { metric: "average", type: "result", step: "1" },
};

/** A company with scorecards, a leader for every unit and HR; targets are a table the test writes. */
export interface Office {
  readonly of: Company;
  readonly hr: string;
  readonly boss: string;
  /** `kpi/period/id` → amount; `company` for the company. */
  readonly targets: Map<string, string>;
  room(member: string | null): Promise<Room>;
  publish(kind: string, bodies: Readonly<Record<string, object>>): Promise<void>;
  win(owner: string, amount: string, day: string): Promise<string>;
}

export const proportional = (more: object = {}) => ({
  kind: "proportional",
  attain: { formula: "up" },
  ...more,
});

export const RATING = {
  kind: "rating",
  options: [
    { key: "a", label: { zh: "优" }, points: "120", comment: true },
    { key: "b", label: { zh: "良" }, points: "100" },
    { key: "c", label: { zh: "中" }, points: "80" },
  ],
  raters: [{ role: "manager", weight: "100" }],
};

export function kpiItem(key: string, kpi: string, weight: string, more: object = {}) {
  return { key, weight, rule: proportional(), source: { kind: "kpi", kpi }, ...more };
}

export function card(items: readonly object[], more: object = {}) {
  return { items, ...more };
}

/** Cards for 甲 乙 丙 丁 戊, the five sellers; 甲 and 乙 sit in one team. HR is a member with the role `ops`. */
export async function office(t: TestContext, start = "2026-03-01T01:00:00Z"): Promise<Office> {
  const of = await company(t, METRICS, start, KPIS);
  const { ws } = of;
  const targets = new Map<string, string>();
  await ws.transaction((trx) =>
    publishAll(
      trx,
      of.access,
      [
        ...definitions("role", {
          ops: { permissions: ["appraisal.manage", "appraisal.read_all", "export"] },
          rep: { permissions: [] },
        }),
      ],
      { note: "test" },
    ),
  );
  const people = await addPeople(of);
  const readTargets: TargetReader = async (_ws, kpi, period) => {
    const read = (id: string) => {
      const amount = targets.get(`${kpi}/${period.key}/${id}`);
      return amount === undefined ? null : decimal(amount);
    };
    return { member: read, unit: read, company: () => read("company") };
  };
  return {
    of,
    ...people,
    targets,
    async room(member) {
      const world = await of.world();
      const access: Access =
        member === null
          ? of.access
          : await resolveAccess(ws, world, actorOf(of, member, member === people.hr ? ["ops"] : ["rep"]), of.clock.now);
      return { ws, world, access, now: of.clock.now, readTargets };
    },
    async publish(kind, bodies) {
      await ws.transaction((trx) => publishAll(trx, of.access, definitions(kind, bodies), { note: "test" }));
    },
    async win(owner, amount, day) {
      const [id = ""] = await of.write("deal", [
        { op: "create", values: { owner, amount, closed_on: day, stage: "won" } },
      ]);
      return id;
    },
  };
}

function actorOf(of: Company, memberId: string, roleKeys: readonly string[]): MemberActor {
  return memberActor(of.ws, { memberId, roleKeys: [...roleKeys] });
}

/** 老板 leads the company, 东经理 the first office, and HR belongs to the company itself. */
async function addPeople(of: Company): Promise<{ hr: string; boss: string }> {
  const { createMember } = await import("../../src/people/member-store.ts");
  const { ws } = of;
  const world = await of.world();
  const add = async (name: string, unitId: string, roleKeys: string[]) =>
    (
      await ws.transaction((trx) =>
        createMember(trx, of.access, world, {
          name,
          email: null,
          phone: null,
          employeeNo: null,
          joinedOn: null,
          unitId,
          roleKeys,
        }),
      )
    ).id;
  const hr = await add("人事", of.units.root, ["ops"]);
  const boss = await add("老板", of.units.root, ["rep"]);
  await ws.rows(sql`update ${ident(ws.schema, "unit")} set leader_id = ${boss}::uuid where parent_id is null`);
  return { hr, boss };
}

/** Makes somebody lead a unit. */
export async function lead(of: Company, unit: string, member: string): Promise<void> {
  await of.ws.rows(sql`update ${ident(of.ws.schema, "unit")} set leader_id = ${member}::uuid where id = ${unit}::uuid`);
}
