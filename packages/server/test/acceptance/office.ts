import assert from "node:assert/strict";
import { Caller, cookieOf, type Json } from "./caller.ts";

export const PASSWORD = "Tangerine-9-lamp";
export const OWNER = { email: "boss@example.cn", password: PASSWORD, name: "陈总" };

/** A company set up through HTTP: 陈总 administers, 东区 has 李 and 王, led by 赵; 西区 has 孙. */
export interface Office {
  readonly address: string;
  readonly admin: Caller;
  readonly adminId: string;
  readonly workspaceId: string;
  readonly units: { readonly root: string; readonly east: string; readonly west: string };
  join(name: string, unitId: string, roleKeys: readonly string[]): Promise<{ id: string; call: Caller }>;
  /** Drafts and publishes a definition. */
  publish(kind: string, key: string, body: unknown): Promise<Json>;
  create(caller: Caller, object: string, values: Record<string, unknown>): Promise<string>;
}

export async function claim(address: string, token: string | null): Promise<{ admin: Caller; body: Json }> {
  const nobody = new Caller(address);
  const claimed = await nobody.send("POST", "/setup", { token, company: "蓝海科技", ...OWNER });
  assert.equal(claimed.status, 200, claimed.text);
  return { admin: nobody.with({ cookie: cookieOf(claimed.headers) }), body: claimed.body };
}

export async function openOffice(address: string, token: string | null): Promise<Office> {
  const { admin, body } = await claim(address, token);
  await admin.ok("PUT", "/solutions/sales");
  const root = (await admin.ok("GET", "/units")).items[0].id as string;
  const unit = async (name: string) =>
    (await admin.ok("POST", "/units", { name, parentId: root, level: "team" })).id as string;
  const units = { root, east: await unit("东区"), west: await unit("西区") };
  let joined = 0;
  return {
    address,
    admin,
    adminId: body.memberId,
    workspaceId: body.workspaceId,
    units,
    async join(name, unitId, roleKeys) {
      const email = `m${++joined}@example.cn`;
      const member = await admin.ok("POST", "/members", { name, email, unitId, roleKeys });
      const link = await admin.ok("POST", `/members/${member.id}/invite`);
      const answer = await new Caller(address).send("POST", `/invites/${link.token}`, { email, password: PASSWORD });
      assert.equal(answer.status, 200, answer.text);
      return { id: member.id, call: new Caller(address, { cookie: cookieOf(answer.headers) }) };
    },
    async publish(kind, key, definition) {
      await admin.ok("PUT", `/definitions/${kind}/${key}/draft`, { body: definition });
      return await admin.ok("POST", `/definitions/${kind}/${key}/versions`, { note: "" });
    },
    async create(caller, object, values) {
      return (await caller.ok("POST", `/objects/${object}/records`, { values })).id;
    },
  };
}

/** A key of the caller's for the roles named. */
export async function keyOf(maker: Caller, roleKeys: readonly string[]): Promise<Caller> {
  const { text } = await maker.ok("POST", "/api-keys", { name: "程序", roleKeys });
  return new Caller(maker.address, { authorization: `Bearer ${text}` });
}
