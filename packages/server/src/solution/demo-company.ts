import { systemActor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { demoCompany } from "@dabiao/sales/demo/company.ts";
import type { DemoRecord } from "@dabiao/sales/demo/records.ts";
import { world } from "../model/world.ts";
import { type Access, accessOf } from "../people/access.ts";
import { foundOrganisation } from "../people/founding-store.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { joinWorkspace } from "../people/sign-in/account-store.ts";
import { newId } from "../platform/id.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { dropUnfounded, foundWorkspace } from "../platform/postgres/found-workspace.ts";
import { hold } from "../platform/postgres/hold.ts";
import { dropWorkspace } from "../platform/postgres/workspaces.ts";
import { writeRecords } from "../records/write-store.ts";
import { runDemoAppraisals } from "./demo-appraisals.ts";
import { addDemoFigures } from "./demo-figures-store.ts";
import { addDemoPeople } from "./demo-people.ts";
import { demoWorkspaceOf } from "./demo-store.ts";
import { addDemoGoals } from "./demo-targets.ts";
import { installSolution } from "./solutions.ts";

/** The seed of the demo company: everybody sees the same one on the same day. */
const SEED = 20_260;
const ZONE = "Asia/Shanghai";
const BATCH = 1_000;
const LANES = 2;

export interface DemoOptions extends PeopleOptions {
  /** Removes the files that belong to a workspace. */
  removeFiles(workspace: { readonly id: string; readonly key: string }): Promise<void>;
}

/**
 * Makes the demo company in a workspace of its own, with the account as its administrator, and lets the account in.
 * When a step fails nothing stays behind.
 *
 * @throws Refusal `demo_exists` when the account has one already
 */
export async function loadDemo(
  options: DemoOptions,
  account: { id: string; name: string; email: string },
): Promise<string> {
  const { db } = options;
  const held = await hold(db, `demo ${account.id}`);
  if (!held) throw new Refusal("demo_exists");
  try {
    await dropUnfounded(db);
    if (await demoWorkspaceOf(db, account.id)) throw new Refusal("demo_exists");
    return await foundDemo(options, account);
  } finally {
    await held.release();
  }
}

async function foundDemo(options: DemoOptions, account: { id: string; name: string; email: string }): Promise<string> {
  const { db, clock } = options;
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(clock());
  const company = demoCompany(SEED, today);
  return await foundWorkspace(db, { name: company.name, kind: "demo", zone: ZONE }, clock(), async (workspace) => {
    const product = accessOf(systemActor(workspace.id, "demo", newId()));
    await options.equip(workspace);
    await installSolution(workspace, product, "sales");
    const definitions = await world(workspace);
    const { founder, memberOf } = await workspace.transaction(async (trx) => {
      const { memberId } = await foundOrganisation(trx, company.name, account);
      await joinWorkspace(trx, account.id, memberId);
      return { founder: memberId, memberOf: await addDemoPeople(trx, product, definitions, company) };
    });
    const holderOf = (role: string) => memberOf.get(company.members.find((each) => each.role === role)?.id ?? "") ?? "";
    for (const { object, rows } of company.records) await writeAll(workspace, product, object, rows, memberOf);
    const figures = company.figures.map((figure) => ({ ...figure, memberId: memberOf.get(figure.memberId) ?? "" }));
    const by = { entered: holderOf("ops"), confirmed: holderOf("director") };
    const targets = company.goals.targets.map((target) => ({
      ...target,
      memberId: memberOf.get(target.memberId) ?? "",
    }));
    await workspace.transaction((trx) => addDemoGoals(trx, definitions, { ...company.goals, targets }));
    await workspace.transaction((trx) => addDemoFigures(trx, definitions, figures, by));
    await runDemoAppraisals({ ws: workspace, now: clock(), hr: founder, company, memberOf });
    return workspace.id;
  });
}

/** Removes the account's demo company without traces. @returns whether there was one */
export async function removeDemo(options: DemoOptions, accountId: string): Promise<boolean> {
  const demo = await demoWorkspaceOf(options.db, accountId);
  if (!demo) return false;
  await dropWorkspace(options.db, demo.id);
  await options.removeFiles(demo);
  return true;
}

/** Batches of one object refer only to objects written before, so several may be under way at once. */
async function writeAll(
  workspace: Workspace,
  access: Access,
  object: string,
  rows: readonly DemoRecord[],
  memberOf: ReadonlyMap<string, string>,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => index * BATCH);
  async function write(): Promise<void> {
    for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
      const ops = rows.slice(from, from + BATCH).map(({ id, owner, values }) => ({
        op: "create" as const,
        id,
        values: { ...values, owner: memberOf.get(owner) ?? null },
      }));
      const batch = { object, ops, source: "system", cause: "demo", onError: "refuse" } as const;
      await workspace.transaction((trx) => writeRecords(trx, access, batch));
    }
  }
  const done = await Promise.allSettled(Array.from({ length: LANES }, write));
  for (const lane of done) if (lane.status === "rejected") throw lane.reason;
}
