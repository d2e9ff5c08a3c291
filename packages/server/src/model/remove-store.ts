import { dependantsOf } from "@dabiao/core/model/dependants.ts";
import { KINDS, kindNamed, permissionFor } from "@dabiao/core/model/kinds.ts";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { auditConfig } from "./audit-store.ts";
import { dropTable, limitWaiting, tableExists } from "./ddl-store.ts";
import type { Definer } from "./definer.ts";
import { lockModel, notePackage, putInForce, raiseWorld, readHead } from "./definition-store.ts";
import { withRetries } from "./retry.ts";
import { forgetWorld, world } from "./world.ts";
import { WORLD_CHANNEL } from "./world-watch-store.ts";

export interface Target {
  readonly kind: string;
  readonly key: string;
}

/**
 * Takes definitions out of force. An object's table stays with its records until `purge`, so that a removal can be
 * taken back by publishing an older version.
 *
 * @throws Refusal `definition_in_use` with one issue per definition outside the list that still uses one of them
 */
export async function removeAll(trx: Trx, definer: Definer, targets: readonly Target[], purge: boolean): Promise<void> {
  for (const { kind } of targets) definer.demand(permissionFor(kind));
  await lockModel(trx);
  await limitWaiting(trx);
  const now = await world(trx);
  const left = worldWith(
    now,
    targets.map((target) => ({ ...target, body: null })),
  );
  const [first] = targets;
  const used = targets.flatMap((target) => dependantsOf(KINDS, left, target).map((by) => ({ target, by })));
  if (used.length > 0 && first) {
    const issues = used.map(({ target, by }) => ({
      code: "definition_in_use",
      params: { kind: target.kind, key: target.key, by: `${by.kind} ${by.key}` },
      path: [],
    }));
    throw new Refusal(
      "definition_in_use",
      { ...first, by: used.map(({ by }) => by.label).slice(0, 20) },
      [],
      issues.slice(0, 200),
    );
  }
  for (const target of targets) await removeOne(trx, definer, target, purge);
  await raiseWorld(trx, WORLD_CHANNEL);
  trx.afterCommit(() => forgetWorld(trx.workspaceId));
}

/** Removes one definition: see `removeAll`. */
export async function removeDefinition(ws: Workspace, definer: Definer, target: Target, purge = false): Promise<void> {
  kindNamed(target.kind);
  await withRetries(() => ws.transaction((trx) => removeAll(trx, definer, [target], purge)));
}

async function removeOne(trx: Trx, definer: Definer, { kind, key }: Target, purge: boolean): Promise<void> {
  const head = await readHead(trx, kind, key);
  if (!head || (head.published === null && head.draft === null))
    throw new Refusal("not_found", { what: `${kind} ${key}` });
  if (head.building) throw new Refusal("definition_busy", { kind, key });
  await putInForce(trx, kind, key, null);
  await notePackage(trx, kind, key, null);
  if (purge && kind === objectSchema.kind && (await tableExists(trx, key))) await dropTable(trx, key);
  await auditConfig(trx, definer, "definition_removed", { kind, key }, { from: head.published, purge });
}
