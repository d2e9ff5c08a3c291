import { type JsonValue, stableText } from "@dabiao/core/model/json-value.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { kindNamed } from "@dabiao/core/model/kinds.ts";
import { type MergeConflict, mergeBodies } from "@dabiao/core/model/merge.ts";
import type { PackageBody } from "@dabiao/core/model/package.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { readHead, readVersion } from "./definition-store.ts";
import { type InWorkspace, world } from "./world.ts";

/** What installing would do to one definition. */
export interface PlannedItem {
  readonly kind: string;
  readonly key: string;
  /** `keep`: the package no longer brings it, but the company changed it. */
  readonly action: "add" | "same" | "replace" | "merge" | "remove" | "keep";
  /** The package's own words; null for what the package no longer brings. */
  readonly shipped: JsonValue | null;
  /** What would stand after, the company's words first; and the package's first. */
  readonly body: JsonValue | null;
  readonly packageWins: JsonValue | null;
  readonly current: JsonValue | null;
  /** The version in force now. */
  readonly published: number | null;
  readonly conflicts: readonly MergeConflict[];
}

/** Compares a package with the workspace, definition by definition. */
export async function planPackage(on: InWorkspace, pack: PackageBody): Promise<PlannedItem[]> {
  const now = await world(on);
  const together = worldWith(
    now,
    pack.definitions.filter(({ kind, body }) => kindNamed(kind).schema.safeParse(body).success),
  );
  const items: PlannedItem[] = [];
  for (const { kind, key, body } of pack.definitions) {
    const current = (now.get(kindNamed(kind), key) ?? null) as JsonValue | null;
    const head = await readHead(on, kind, key);
    const mine = head?.package === pack.key && head.package_base !== null;
    const base = mine ? await readVersion(on, kind, key, head.package_base ?? 0) : undefined;
    const shipped = canonical(together, kind, key, body);
    const planned = planItem(kind, key, shipped, current, (base?.body ?? null) as JsonValue | null);
    items.push({ ...planned, published: head?.published ?? null });
  }
  return [...items, ...(await planDropped(on, pack))];
}

function planItem(
  kind: string,
  key: string,
  shipped: JsonValue,
  current: JsonValue | null,
  base: JsonValue | null,
): Omit<PlannedItem, "published"> {
  const item = { kind, key, shipped, current, conflicts: [], packageWins: shipped };
  if (current === null) return { ...item, action: "add", body: shipped };
  if (stableText(current) === stableText(shipped)) return { ...item, action: "same", body: current };
  if (base !== null && stableText(current) === stableText(base)) return { ...item, action: "replace", body: shipped };
  const { body, conflicts } = mergeBodies(base ?? {}, current, shipped);
  return { ...item, action: "merge", body, conflicts, packageWins: mergeBodies(base ?? {}, shipped, current).body };
}

/** What the installed version brought and this one does not. */
async function planDropped(on: Runner, pack: PackageBody): Promise<PlannedItem[]> {
  const rows = await on.rows<{
    kind: string;
    key: string;
    published: number;
    overridden: boolean;
    body: JsonValue;
  }>(sql`
    select h.kind, h.key, h.published, d.layer <> 'package' as overridden, d.body
    from ${ident(on.schema, "definition_head")} h
    join ${ident(on.schema, "definition")} d on d.kind = h.kind and d.key = h.key and d.version = h.published
    where h.package = ${pack.key} order by h.kind, h.key`);
  const brought = new Set(pack.definitions.map(({ kind, key }) => `${kind}/${key}`));
  return rows
    .filter(({ kind, key }) => !brought.has(`${kind}/${key}`))
    .map(({ kind, key, published, overridden, body }) => ({
      kind,
      key,
      action: overridden ? ("keep" as const) : ("remove" as const),
      shipped: null,
      body: null,
      current: body,
      conflicts: [],
      packageWins: null,
      published,
    }));
}

/** The body as publication would keep it, so that it compares with what is stored. */
function canonical(together: World, name: string, key: string, body: JsonValue): JsonValue {
  const kind = kindNamed(name);
  const parsed = kind.schema.safeParse(body);
  return parsed.success ? ((kind.canonical?.(parsed.data, together, key) ?? parsed.data) as JsonValue) : body;
}
