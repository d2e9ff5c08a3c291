import type { TestContext } from "node:test";
import type { Day } from "@dabiao/core/calendar/day.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Change } from "@dabiao/core/records/change.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { type MetricContext, metricContext } from "../../src/metrics/context.ts";
import { openChangedMonths } from "../../src/metrics/seal-store.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { world } from "../../src/model/world.ts";
import { type Access, accessOf } from "../../src/people/access.ts";
import { createMember } from "../../src/people/member-store.ts";
import { createRootUnit } from "../../src/people/organisation-store.ts";
import { createUnit } from "../../src/people/unit-store.ts";
import type { Workspace } from "../../src/platform/postgres/db.ts";
import { writeRecords } from "../../src/records/write-store.ts";
import { testWorkspace } from "../support/database.ts";

/** A small company with a clock of its own: two offices of two teams, five sellers, deals, products and split rows. */
export interface Company {
  readonly ws: Workspace;
  readonly access: Access;
  readonly units: { readonly root: string; readonly offices: readonly string[]; readonly teams: readonly string[] };
  readonly members: readonly string[];
  readonly clock: { now: Date };
  world(): Promise<World>;
  context(): Promise<MetricContext>;
  write(object: string, ops: readonly WriteOp[]): Promise<string[]>;
  /** Lets the consumers of the change log act on everything that waits. */
  drain(): Promise<void>;
}

const SELLERS: readonly (readonly [string, number])[] = [
  ["甲", 0],
  ["乙", 0],
  ["丙", 1],
  ["丁", 2],
  ["戊", 3],
];

export async function company(
  t: TestContext,
  metrics: Readonly<Record<string, object>>,
  start = "2026-03-01T01:00:00Z",
  kpis: Readonly<Record<string, object>> = {},
  more: readonly { kind: string; key: string; body: object }[] = [],
): Promise<Company> {
  const clock = { now: new Date(start) };
  const { workspace } = await testWorkspace(t, () => clock.now);
  return await companyIn(workspace, clock, [...more, ...definitions("metric", metrics), ...definitions("kpi", kpis)]);
}

/** The same company in a workspace that is there already, such as that of an app under test. */
export async function companyIn(
  ws: Workspace,
  clock: { now: Date },
  more: readonly { kind: string; key: string; body: object }[],
): Promise<Company> {
  const access = accessOf(systemActor(ws.id, "test", "test"));
  await ws.transaction((trx) =>
    publishAll(trx, access, [...OBJECTS, ...more], {
      note: "test",
    }),
  );
  const root = await ws.transaction((trx) => createRootUnit(trx, "公司"));
  const unit = (parentId: string, name: string) =>
    ws.transaction(
      async (trx) => (await createUnit(trx, access, { parentId, name, level: null, leaderId: null, sort: 0 })).id,
    );
  const offices = [await unit(root, "东区"), await unit(root, "西区")];
  const teams: string[] = [];
  for (const [index, office] of [0, 0, 1, 1].entries())
    teams.push(await unit(offices[office] ?? root, `${index + 1} 队`));
  const defined = await world(ws);
  const members: string[] = [];
  for (const [name, team] of SELLERS) {
    const member = {
      name,
      email: null,
      phone: null,
      employeeNo: null,
      joinedOn: null,
      unitId: teams[team] ?? root,
      roleKeys: [],
    };
    members.push((await ws.transaction((trx) => createMember(trx, access, defined, member))).id);
  }
  return {
    ws,
    access,
    units: { root, offices, teams },
    members,
    clock,
    world: () => world(ws),
    context: async () => metricContext(ws, await world(ws), access, clock.now),
    async write(object, ops) {
      const batch = { object, ops, source: "api", cause: "test", onError: "refuse" } as const;
      const { records } = await ws.transaction((trx) => writeRecords(trx, access, batch));
      return records.map((record) => record?.id ?? "");
    },
    drain: () => drain(ws),
  };
}

async function drain(ws: Workspace): Promise<void> {
  const defined = await world(ws);
  await ws.transaction(async (trx) => {
    const changes =
      await trx.rows<Change>(sql`select c.id, c.at, c.member_id as "memberId", c.object, c.record_id as "recordId", c.op, c.before, c.after, c.source, c.cause
      from ${ident(ws.schema, "change_pending")} p join ${ident(ws.schema, "change")} c on c.id = p.change_id order by c.id`);
    if (changes.length > 0) await openChangedMonths(trx, defined, changes);
    await trx.rows(sql`delete from ${ident(ws.schema, "change_pending")}`);
  });
}

const text = (zh: string) => ({ zh });
const field = (key: string, type: string, settings: object = {}) => ({ key, type, label: text(key), settings });
const options = (...keys: string[]) => ({ options: keys.map((key) => ({ key, label: text(key) })) });

const OBJECTS = [
  { kind: "calendar", key: "company", body: { label: text("公司日历") } },
  {
    kind: "object",
    key: "product",
    body: {
      label: text("产品"),
      nameField: "name",
      fields: [field("name", "text"), field("series", "select", options("a", "b"))],
    },
  },
  {
    kind: "object",
    key: "deal",
    body: {
      label: text("商机"),
      nameField: "name",
      fields: [
        field("name", "text"),
        field("amount", "money", { currency: "CNY" }),
        field("stage", "select", options("open", "won", "lost")),
        field("opened_on", "date"),
        field("closed_on", "date"),
        field("happened_at", "datetime"),
        field("product", "reference", { object: "product" }),
        field("seller", "member"),
      ],
    },
  },
  {
    kind: "object",
    key: "share_of_deal",
    body: {
      label: text("分成"),
      nameField: "name",
      fields: [
        field("name", "text"),
        field("record", "reference", { object: "deal" }),
        field("member", "member"),
        field("percent", "number"),
      ],
    },
  },
];

/** A won deal's metric, with whatever the test wants otherwise. */
export function wonDeals(
  aggregate: string,
  more: Readonly<Record<string, unknown>> = {},
  unit: object = { kind: "money" },
) {
  const measure = {
    kind: "aggregate",
    object: "deal",
    aggregate,
    date: "closed_on",
    ...(aggregate === "count" ? {} : { value: "[amount]" }),
    filter: { field: ["stage"], op: "eq", value: "won" },
    ...more,
  };
  return { unit, measure };
}

export function definitions(kind: string, bodies: Readonly<Record<string, object>>) {
  return Object.entries(bodies).map(([key, body]) => ({ kind, key, body: { label: text(key), ...body } }));
}

export function dayOf(offset: number): Day {
  return new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
}
