import { systemActor } from "@dabiao/core/people/actor.ts";
import { openPeople } from "../../packages/server/src/composition/open-people.ts";
import { world } from "../../packages/server/src/model/world.ts";
import { accessOf } from "../../packages/server/src/people/access.ts";
import { issueApiKey } from "../../packages/server/src/people/api-key-store.ts";
import { putRoles } from "../../packages/server/src/people/member-store.ts";
import { upsertPeople } from "../../packages/server/src/people/people-batch.ts";
import { claimCompany } from "../../packages/server/src/people/set-up.ts";
import type { Db, Workspace } from "../../packages/server/src/platform/postgres/db.ts";
import { issueSetupToken } from "../../packages/server/src/platform/setup-token-store.ts";
import { installSolution } from "../../packages/server/src/solution/solutions.ts";

export interface Company {
  readonly workspace: Workspace;
  /** Everybody's ids, the admin's first. */
  readonly memberIds: readonly string[];
  /** Keys of an admin, of one seller (own records), and of directors who see everything, for the live channel. */
  readonly tokens: { readonly admin: string; readonly seller: string; readonly watchers: readonly string[] };
  readonly seller: string;
}

const TEAM = 10;
const WATCHERS = 20;

/** A company with the sales solution and `members` people: regions of ten departments of ten teams of ten. */
export async function foundCompany(db: Db, members: number): Promise<Company> {
  const clock = () => new Date();
  const people = await openPeople({ db, publicUrl: undefined, clock });
  const token = await issueSetupToken(db, clock());
  const claim = {
    token,
    company: "Bench",
    email: "bench@example.com",
    password: "a long bench phrase",
    name: "Admin",
    zone: "Asia/Shanghai",
  };
  const made = await claimCompany(people, claim);
  const row = await db.platform
    .selectFrom("workspace")
    .select(["id", "key", "zone"])
    .where("id", "=", made.workspaceId)
    .executeTakeFirstOrThrow();
  const workspace = db.forWorkspace(row);
  const product = accessOf(systemActor(row.id, "bench", "bench"));
  await installSolution(workspace, product, "sales");
  const rows = Array.from({ length: members - 1 }, (_, index) => {
    const team = Math.floor(index / TEAM);
    const unitPath = [`Region ${Math.floor(team / 100)}`, `Department ${Math.floor(team / 10)}`, `Team ${team}`];
    return {
      name: `Seller ${String(index).padStart(5, "0")}`,
      unitPath,
      employeeNo: `E${index}`,
      ...(index % TEAM === 0 ? { leaderName: `Seller ${String(index).padStart(5, "0")}` } : {}),
    };
  });
  const { memberIds } = await workspace.transaction((trx) => upsertPeople(trx, product, rows));
  const seller = memberIds[1] ?? "";
  const keyFor = (memberId: string, role: string) =>
    workspace.transaction(
      async (trx) =>
        (await issueApiKey(trx, product.actor, { memberId, wanted: { name: role, roleKeys: [role], days: null } }))
          .text,
    );
  const definitions = await world(workspace);
  const watchers: string[] = [];
  for (const memberId of memberIds.slice(20, 20 + WATCHERS)) {
    await workspace.transaction((trx) => putRoles(trx, product, definitions, memberId, ["director"]));
    watchers.push(await keyFor(memberId, "director"));
  }
  return {
    workspace,
    memberIds: [made.memberId, ...memberIds],
    tokens: {
      admin: await keyFor(made.memberId, "admin"),
      seller: await keyFor(seller, "rep"),
      watchers,
    },
    seller,
  };
}
