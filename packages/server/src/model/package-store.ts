import { dependantsOf } from "@dabiao/core/model/dependants.ts";
import { differences } from "@dabiao/core/model/diff.ts";
import { KINDS, kindNamed, permissionFor } from "@dabiao/core/model/kinds.ts";
import type { PackageBody, PackagedDefinition } from "@dabiao/core/model/package.ts";
import type { exportPackage, PackagePreview } from "@dabiao/core/model/package-contract.ts";
import type { ResultOf } from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { auditConfig } from "./audit-store.ts";
import type { Definer } from "./definer.ts";
import { addVersion, lockModel, notePackage } from "./definition-store.ts";
import { type PlannedItem, planPackage } from "./package-plan-store.ts";
import { demandReason, type Reasoned } from "./publish-check.ts";
import { type Change, issuesTogether, type Published, publishAll } from "./publish-store.ts";
import { removeAll } from "./remove-store.ts";
import { withRetries } from "./retry.ts";
import { world } from "./world.ts";

/** What installing or upgrading a package would change; nothing is changed. */
export async function previewPackage(ws: Workspace, definer: Definer, pack: PackageBody): Promise<PackagePreview> {
  demandAll(definer, pack.definitions);
  const items = await planPackage(ws, pack);
  const changes = items.flatMap(({ kind, key, body, action }) =>
    action === "same" || body === null ? [] : [{ kind, key, body }],
  );
  const issues = issuesTogether(await world(ws), changes);
  return {
    issues: issues.map((issue) => ({
      ...issue,
      params: issue.params as Record<string, string>,
      path: [...issue.path],
    })),
    items: items.map(({ kind, key, action, body, current, conflicts }) => ({
      kind,
      key,
      action,
      differences: (action === "add" || action === "remove" ? [] : differences(current, body)).map((each) => ({
        ...each,
        path: [...each.path],
      })) as PackagePreview["items"][number]["differences"],
      conflicts: conflicts.map((each) => ({
        ...each,
        path: [...each.path],
      })) as PackagePreview["items"][number]["conflicts"],
    })),
  };
}

/**
 * Installs a package, or upgrades it: only the package's layer is written, what the company changed is laid over it
 * again. What the package no longer brings is removed, unless the company changed it or something uses it.
 *
 * @throws Refusal `package_conflict` when `conflicts` is `refuse` and both changed the same part,
 *   `definition_needs_reason` when a check says no and no reason is given
 */
export async function installPackage(
  ws: Workspace,
  definer: Definer,
  pack: PackageBody,
  conflicts: "company" | "package" | "refuse" = "company",
  reasoned: Reasoned = {},
): Promise<Published[]> {
  demandAll(definer, pack.definitions);
  const overrides = await demandReason(ws, pack.definitions, reasoned);
  return withRetries(() =>
    ws.transaction(async (trx) => {
      await lockModel(trx);
      const items = await planPackage(trx, pack);
      const met = items.reduce((sum, item) => sum + item.conflicts.length, 0);
      if (met > 0 && conflicts === "refuse") throw new Refusal("package_conflict", { count: met });
      const note = `${pack.label.zh} ${pack.version}`;
      const bases = await writeLayer(trx, definer, items, note);
      const published = await publishAll(trx, definer, changesOf(items, conflicts), { note, overrides });
      for (const { kind, key, version } of [...published, ...bases]) {
        await notePackage(trx, kind, key, { package: pack.key, base: version });
      }
      await removeDropped(trx, definer, items);
      await noteInstalled(trx, definer, pack);
      return published;
    }),
  );
}

/** Removes a package's definitions, when nothing outside it uses them. */
export async function uninstallPackage(ws: Workspace, definer: Definer, key: string, purge: boolean): Promise<void> {
  await withRetries(() =>
    ws.transaction(async (trx) => {
      await lockModel(trx);
      const targets = await trx.rows<{ kind: string; key: string }>(sql`
        select kind, key from ${ident(trx.schema, "definition_head")}
        where package = ${key} and published is not null order by kind, key`);
      if (targets.length === 0) throw new Refusal("not_found", { what: `package ${key}` });
      await removeAll(trx, definer, targets, purge);
      await trx.rows(sql`delete from ${ident(trx.schema, "installed_package")} where key = ${key}`);
      await auditConfig(trx, definer, "package_changed", { kind: "package", key }, { removed: true });
    }),
  );
}

/** Published definitions as a package. */
export async function exportDefinitions(
  ws: Workspace,
  definer: Definer,
  only: readonly { readonly kind: string; readonly key: string }[] | undefined,
): Promise<ResultOf<typeof exportPackage>["definitions"]> {
  definer.demand("model.manage");
  const now = await world(ws);
  const wanted = only && new Set(only.map(({ kind, key }) => `${kind}/${key}`));
  const all = KINDS.flatMap((kind) =>
    now.list(kind).map(({ key, body }) => ({ kind: kind.kind, key, body: body as Exported })),
  );
  return all.filter(({ kind, key }) => !wanted || wanted.has(`${kind}/${key}`));
}

type Exported = ResultOf<typeof exportPackage>["definitions"][number]["body"];

function demandAll(definer: Definer, definitions: readonly PackagedDefinition[]): void {
  definer.demand("model.manage");
  for (const { kind } of definitions) definer.demand(permissionFor(kindNamed(kind).kind));
}

/** Where the company's words stand above the package's, the package's own are kept as a version below them. */
async function writeLayer(trx: Trx, definer: Definer, items: readonly PlannedItem[], note: string) {
  const bases: { kind: string; key: string; version: number }[] = [];
  for (const { kind, key, action, shipped, published } of items) {
    if (action === "same" && published !== null) bases.push({ kind, key, version: published });
    if (action !== "merge" || shipped === null) continue;
    const words = { kind, key, body: shipped, layer: "package" as const, by: definer.memberId, note };
    bases.push({ kind, key, version: await addVersion(trx, { ...words, effectiveFrom: trx.now }) });
  }
  return bases;
}

function changesOf(items: readonly PlannedItem[], conflicts: "company" | "package" | "refuse"): Change[] {
  return items.flatMap(({ kind, key, action, body, packageWins }): Change[] => {
    if (body === null || action === "same") return [];
    if (action !== "merge") return [{ kind, key, body, layer: "package" }];
    return [{ kind, key, body: conflicts === "package" ? packageWins : body, layer: "company" }];
  });
}

/** What the package no longer brings goes, unless something uses it: then it stays as the company's own. */
async function removeDropped(trx: Trx, definer: Definer, items: readonly PlannedItem[]): Promise<void> {
  for (const { kind, key, action } of items) {
    if (action === "keep") await notePackage(trx, kind, key, null);
    if (action !== "remove") continue;
    const used = dependantsOf(KINDS, await world(trx), { kind, key }).length > 0;
    if (used) await notePackage(trx, kind, key, null);
    else await removeAll(trx, definer, [{ kind, key }], false);
  }
}

async function noteInstalled(trx: Trx, definer: Definer, { key, version, label }: PackageBody): Promise<void> {
  await trx.rows(sql`
    insert into ${ident(trx.schema, "installed_package")} (key, version, label, at, by_member)
    values (${key}, ${version}, ${JSON.stringify(label)}::jsonb, ${trx.now}, ${definer.memberId})
    on conflict (key) do update set version = excluded.version, label = excluded.label, at = excluded.at, by_member = excluded.by_member`);
  await auditConfig(trx, definer, "package_changed", { kind: "package", key }, { version });
}

/** The installed packages, in the order of their keys. */
export async function listInstalled(ws: Workspace, definer: Definer) {
  definer.demand("model.manage");
  const rows = await ws.rows<{ key: string; version: string; label: LocalText; at: Date }>(
    sql`select key, version, label, at from ${ident(ws.schema, "installed_package")} order by key limit 200`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
