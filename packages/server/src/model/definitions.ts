import type { DefinitionDetail, DefinitionSummary } from "@dabiao/core/model/contract.ts";
import { type Dependant, dependantsOf, labelOf } from "@dabiao/core/model/dependants.ts";
import { type Difference, differences } from "@dabiao/core/model/diff.ts";
import type { JsonValue } from "@dabiao/core/model/json-value.ts";
import { KINDS, kindNamed, permissionFor } from "@dabiao/core/model/kinds.ts";
import { type Page, type PageQuery, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import type { Definer } from "./definer.ts";
import { listHeads, listVersions, readHead, readVersion } from "./definition-store.ts";
import type { Override } from "./publish-check.ts";
import type { DefinitionHeadRow } from "./tables.ts";
import { world } from "./world.ts";

const VERSIONS_SHOWN = 200;

/** Definitions in the order of kind and key. Of all kinds at once, only by who manages the model. */
export async function pageOfDefinitions(
  ws: Workspace,
  definer: Definer,
  query: PageQuery & { readonly kind?: string | undefined; readonly package?: string | undefined },
): Promise<Page<DefinitionSummary>> {
  definer.demand(query.kind === undefined ? "model.manage" : permissionFor(query.kind));
  const after = query.cursor === undefined ? ["", ""] : readCursor(query.cursor, 2).map(String);
  const rows = await listHeads(ws, query, [after[0] ?? "", after[1] ?? ""], query.limit + 1);
  const page = pageOf(rows, query.limit, ({ kind, key }) => [kind, key]);
  return { ...page, items: page.items.map(toSummary) };
}

export async function definitionDetail(
  ws: Workspace,
  definer: Definer,
  kind: string,
  key: string,
): Promise<DefinitionDetail> {
  definer.demand(permissionFor(kindNamed(kind).kind));
  const head = await readHead(ws, kind, key);
  if (!head) throw new Refusal("not_found", { what: `${kind} ${key}` });
  const standing = head.published === null ? undefined : await readVersion(ws, kind, key, head.published);
  const versions = await listVersions(ws, kind, key, VERSIONS_SHOWN);
  const body = (standing?.body ?? null) as DefinitionDetail["body"];
  return {
    ...toSummary({ ...head, body, layer: standing?.layer ?? null }),
    body,
    draft: head.draft as DefinitionDetail["draft"],
    draftBase: head.draft_base,
    versions: versions.map((row) => ({
      version: row.version,
      layer: row.layer,
      effectiveFrom: row.effective_from.toISOString(),
      at: row.at.toISOString(),
      by: row.by_member === null ? null : { id: row.by_member, name: row.by_name ?? "" },
      note: row.note,
      override: row.override && { reason: row.override.reason, findings: row.override.findings.map(toFinding) },
    })),
  };
}

/** A version's body. */
export async function versionBody(
  ws: Workspace,
  definer: Definer,
  kind: string,
  key: string,
  version: number,
): Promise<JsonValue> {
  definer.demand(permissionFor(kindNamed(kind).kind));
  const row = await readVersion(ws, kind, key, version);
  if (!row) throw new Refusal("not_found", { what: `${kind} ${key} version ${version}` });
  return row.body as JsonValue;
}

/** What changed from one version to another, or to the draft. */
export async function versionDifferences(
  ws: Workspace,
  definer: Definer,
  { kind, key }: { readonly kind: string; readonly key: string },
  from: number,
  to: number | undefined,
): Promise<Difference[]> {
  const before = await versionBody(ws, definer, kind, key, from);
  if (to !== undefined) return differences(before, await versionBody(ws, definer, kind, key, to));
  const head = await readHead(ws, kind, key);
  if (!head || head.draft === null) throw new Refusal("definition_no_draft", { kind, key });
  const parsed = kindNamed(kind).schema.safeParse(head.draft);
  return differences(before, (parsed.success ? parsed.data : head.draft) as JsonValue);
}

/** Who uses a definition or one of its parts. */
export async function definitionDependants(
  ws: Workspace,
  definer: Definer,
  target: { readonly kind: string; readonly key: string; readonly part?: string },
): Promise<Dependant[]> {
  definer.demand(permissionFor(kindNamed(target.kind).kind));
  return dependantsOf(KINDS, await world(ws), target);
}

function toSummary(row: DefinitionHeadRow & { body: unknown; layer: string | null }): DefinitionSummary {
  return {
    kind: row.kind,
    key: row.key,
    label: labelOf(row.body) ?? labelOf(row.draft) ?? row.key,
    published: row.published,
    building: row.building,
    hasDraft: row.draft !== null,
    package: row.package,
    overridden: row.package !== null && row.layer === "company",
  };
}

function toFinding({ code, params, path }: Override["findings"][number]) {
  return { code, params: { ...params }, path: [...path] };
}
