import type { JsonValue } from "@dabiao/core/model/json-value.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Override } from "./publish-check.ts";
import type { DefinitionHeadRow, DefinitionRow } from "./tables.ts";

/** The head of a definition, or undefined when it never was. */
export async function readHead(on: Runner, kind: string, key: string): Promise<DefinitionHeadRow | undefined> {
  const [row] = await on.rows<DefinitionHeadRow>(
    sql`select * from ${ident(on.schema, "definition_head")} where kind = ${kind} and key = ${key}`,
  );
  return row;
}

/** One version as it was published. */
export async function readVersion(
  on: Runner,
  kind: string,
  key: string,
  version: number,
): Promise<DefinitionRow | undefined> {
  const [row] = await on.rows<DefinitionRow>(
    sql`select * from ${ident(on.schema, "definition")} where kind = ${kind} and key = ${key} and version = ${version}`,
  );
  return row;
}

/** The versions of a definition, newest first, without their bodies. */
export async function listVersions(
  on: Runner,
  kind: string,
  key: string,
  limit: number,
): Promise<(Omit<DefinitionRow, "body"> & { by_name: string | null })[]> {
  return on.rows(sql`
    select d.kind, d.key, d.version, d.layer, d.effective_from, d.by_member, d.at, d.note, d.override, m.name as by_name
    from ${ident(on.schema, "definition")} d left join ${ident(on.schema, "member")} m on m.id = d.by_member
    where d.kind = ${kind} and d.key = ${key} order by d.version desc limit ${limit}`);
}

/** Heads of a kind (or of all) that are published or drafted, in the order of kind and key. */
export async function listHeads(
  on: Runner,
  filter: { readonly kind?: string | undefined; readonly package?: string | undefined },
  after: readonly [string, string],
  limit: number,
): Promise<(DefinitionHeadRow & { body: unknown; layer: string | null })[]> {
  return on.rows(sql`
    select h.*, d.body, d.layer from ${ident(on.schema, "definition_head")} h
    left join ${ident(on.schema, "definition")} d on d.kind = h.kind and d.key = h.key and d.version = h.published
    where (h.kind, h.key) > (${after[0]}, ${after[1]})
      and (${filter.kind ?? null}::text is null or h.kind = ${filter.kind ?? null})
      and (${filter.package ?? null}::text is null or h.package = ${filter.package ?? null})
      and (h.published is not null or h.draft is not null)
    order by h.kind, h.key limit ${limit}`);
}

export interface NewVersion {
  readonly kind: string;
  readonly key: string;
  readonly body: JsonValue;
  readonly layer: "package" | "company";
  readonly effectiveFrom: Date;
  readonly by: string | null;
  readonly note: string;
  readonly override?: Override | null;
}

/** Adds the next version of a definition and gives its number. What is in force does not change by this. */
export async function addVersion(trx: Trx, definition: NewVersion): Promise<number> {
  const { kind, key, body, layer, effectiveFrom, by, note, override = null } = definition;
  const [head] = await trx.rows<{ last: number }>(sql`
    insert into ${ident(trx.schema, "definition_head")} as h (kind, key, last) values (${kind}, ${key}, 1)
    on conflict (kind, key) do update set last = h.last + 1 returning last`);
  const version = head?.last ?? 1;
  await trx.rows(sql`
    insert into ${ident(trx.schema, "definition")} (kind, key, version, body, layer, effective_from, by_member, at, note, override)
    values (${kind}, ${key}, ${version}, ${JSON.stringify(body)}::jsonb, ${layer}, ${effectiveFrom}, ${by}, ${trx.now}, ${note}, ${override && JSON.stringify(override)}::jsonb)`);
  return version;
}

/** Puts a version in force, or none. A draft stays: it says which version it was begun from. */
export async function putInForce(trx: Trx, kind: string, key: string, version: number | null): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "definition_head")}
    set published = ${version}, building = null where kind = ${kind} and key = ${key}`);
}

/** Marks a version as waiting for work in the background; the one in force stays until that is done. */
export async function markBuilding(trx: Trx, kind: string, key: string, version: number): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "definition_head")}
    set building = ${version} where kind = ${kind} and key = ${key}`);
}

/** A version that could not be built becomes the draft again, so that no work is lost. */
export async function unmarkBuilding(trx: Trx, kind: string, key: string): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "definition_head")} h
    set building = null, draft_base = h.published, draft_at = ${trx.now},
      draft = coalesce(h.draft, (select d.body from ${ident(trx.schema, "definition")} d
        where d.kind = h.kind and d.key = h.key and d.version = h.building))
    where h.kind = ${kind} and h.key = ${key}`);
}

export async function clearDraft(trx: Trx, kind: string, key: string): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "definition_head")}
    set draft = null, draft_base = null, draft_by = null, draft_at = null where kind = ${kind} and key = ${key}`);
}

/** Notes which package a definition came with, and the version that holds the package's own words. */
export async function notePackage(
  trx: Trx,
  kind: string,
  key: string,
  from: { readonly package: string; readonly base: number } | null,
): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "definition_head")}
    set package = ${from?.package ?? null}, package_base = ${from?.base ?? null} where kind = ${kind} and key = ${key}`);
}

/** Raises the counter of publications, and tells every process when the transaction commits. */
export async function raiseWorld(trx: Trx, channel: string): Promise<number> {
  const [row] = await trx.rows<{ version: string }>(
    sql`update ${ident(trx.schema, "world")} set version = version + 1 returning version`,
  );
  await trx.rows(sql`select pg_notify(${channel}, ${trx.workspaceId})`);
  return Number(row?.version);
}

/** One change of definitions at a time in a workspace; the others wait their turn. */
export async function lockModel(trx: Trx): Promise<void> {
  await trx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`dabiao model ${trx.workspaceId}`}, 0))`);
}
