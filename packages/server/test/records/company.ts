import type { TestContext } from "node:test";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import type { WriteOp, WriteResult } from "@dabiao/core/records/write-batch.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { world } from "../../src/model/world.ts";
import { type Access, accessOf, resolveAccess } from "../../src/people/access.ts";
import { newId } from "../../src/platform/id.ts";
import type { Db, Workspace } from "../../src/platform/postgres/db.ts";
import { writeRecords } from "../../src/records/write-store.ts";
import { testWorkspace } from "../support/database.ts";

const label = (zh: string) => ({ zh });
const field = (key: string, type: string, rest: object = {}) => ({ key, type, label: label(key), ...rest });
const STAGES = ["lead", "proposal", "won", "lost"];

const customer = {
  label: label("客户"),
  nameField: "name",
  uniqueKeys: [],
  fields: [
    field("name", "text", { required: true }),
    field("phone", "phone"),
    field("sector", "text"),
    field("credit_no", "text", { unique: true }),
    field("won", "rollup", { settings: { object: "deal", via: "customer", aggregate: "sum", field: "amount" } }),
  ],
};

const deal = {
  label: label("商机"),
  nameField: "name",
  stage: { field: "stage", types: { lead: "open", proposal: "open", won: "won", lost: "lost" } },
  dateField: "closed_on",
  fields: [
    field("name", "text", { required: true }),
    field("customer", "reference", { settings: { object: "customer" } }),
    field("amount", "money", {
      valid: { formula: "[amount]>=0", message: { zh: "金额不能为负", en: "The amount may not be negative" } },
    }),
    field("stage", "select", {
      default: '"lead"',
      settings: { options: STAGES.map((key) => ({ key, label: label(key) })) },
    }),
    field("closed_on", "date"),
    field("tags", "multi_select", {
      settings: { options: ["a", "b", "c"].map((key) => ({ key, label: label(key) })) },
    }),
    field("partners", "members"),
    field("no", "autonumber", { settings: { pattern: "SJ-{0000}" } }),
    field("doubled", "formula", { settings: { formula: "[amount]*2", result: "number" } }),
    field("sector", "lookup", { settings: { via: "customer", field: "sector" } }),
    field("notes", "long_text"),
  ],
};

const rep = {
  label: label("销售"),
  objects: {
    deal: { read: "own", create: true, update: "own", delete: "own", export: true, fields: { notes: "hidden" } },
    customer: { read: "own", create: true, update: "own", fields: { phone: "masked" } },
  },
};
const manager = {
  label: label("经理"),
  objects: { "*": { read: "subtree", create: true, update: "subtree", delete: "subtree", export: true } },
};
const boss = {
  label: label("总监"),
  permissions: ["export"],
  objects: { "*": { read: "all", create: true, update: "all", delete: "all", export: true } },
};

export type Person = "li" | "wang" | "zhao" | "chen";

/** A small company: 赵 leads the team of 李 and 王, 陈 sees everything. */
export interface Company {
  readonly db: Db;
  readonly ws: Workspace;
  readonly ids: Readonly<Record<Person, string>>;
  readonly unit: string;
  readonly system: Access;
  actor(person: Person): MemberActor;
  access(person: Person): Promise<Access>;
  write(access: Access, object: string, ops: readonly WriteOp[], cause?: string): Promise<WriteResult>;
  create(access: Access, object: string, ...values: object[]): Promise<string[]>;
}

const ROLES: Readonly<Record<Person, string>> = { li: "rep", wang: "rep", zhao: "manager", chen: "boss" };

export async function company(t: TestContext, clock?: () => Date): Promise<Company> {
  const { db, workspace: ws } = await testWorkspace(t, clock);
  const system = accessOf(systemActor(ws.id, "test", "test"));
  await ws.transaction((trx) =>
    publishAll(
      trx,
      system,
      [
        { kind: "object", key: "customer", body: customer },
        { kind: "object", key: "deal", body: deal },
        { kind: "role", key: "rep", body: rep },
        { kind: "role", key: "manager", body: manager },
        { kind: "role", key: "boss", body: boss },
      ],
      { note: "test" },
    ),
  );
  const unit = newId();
  const ids = { li: newId(), wang: newId(), zhao: newId(), chen: newId() };
  await hire(db, ids, unit);
  const actor = (person: Person): MemberActor => ({
    kind: "member",
    workspaceId: ws.id,
    memberId: ids[person],
    accountId: person,
    roleKeys: [ROLES[person]],
    orgVersion: 1,
    locale: "zh-CN",
    source: "ui",
    requestId: "test",
  });
  const access = async (person: Person) => resolveAccess(ws, await world(ws), actor(person));
  const write: Company["write"] = (by, object, ops, cause = newId()) =>
    ws.transaction((trx) => writeRecords(trx, by, { object, ops, cause, source: "ui", onError: "refuse" }));
  const create: Company["create"] = async (by, object, ...values) => {
    const result = await write(
      by,
      object,
      values.map((each) => ({ op: "create", values: { ...each } })),
    );
    return result.records.map((record) => record?.id ?? "");
  };
  return { db, ws, ids, unit, system, actor, access, write, create };
}

async function hire(db: Db, ids: Readonly<Record<Person, string>>, unit: string): Promise<void> {
  const names = { li: "李明", wang: "王芳", zhao: "赵强", chen: "陈静" };
  for (const [person, id] of Object.entries(ids)) {
    await db.pool.query(
      "insert into w_test.member (id, name, pinyin, search, state, created_at, updated_at) values ($1, $2, '', '', 'active', now(), now())",
      [id, names[person as Person]],
    );
  }
  await db.pool.query(
    "insert into w_test.unit (id, name, leader_id, sort, archived, created_at, updated_at) values ($1, '华东一队', $2, 0, false, now(), now())",
    [unit, ids.zhao],
  );
  await db.pool.query(
    "insert into w_test.unit_path (ancestor_id, unit_id, depth, from_day) values ($1, $1, 0, '1900-01-01')",
    [unit],
  );
  for (const person of ["li", "wang", "zhao"] as const) {
    await db.pool.query(
      "insert into w_test.membership (id, member_id, unit_id, kind, from_day) values ($1, $2, $3, 'primary', '1900-01-01')",
      [newId(), ids[person], unit],
    );
  }
}
