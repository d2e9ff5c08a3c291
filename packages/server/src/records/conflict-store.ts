import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import type { RefusalParams } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { sameValue } from "@dabiao/core/records/same-value.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Draft } from "./draft.ts";

/**
 * Finds updates made from a version that is no longer the last. Fields nobody else touched go through; one that was
 * changed to something else in the meantime is a conflict, told with both values.
 */
export async function checkVersions(trx: Trx, object: ObjectShape, drafts: readonly Draft[]): Promise<void> {
  const stale = drafts.filter(
    ({ baseVersion, before, issues }) =>
      before && issues.length === 0 && baseVersion !== undefined && baseVersion !== before.version,
  );
  if (stale.length === 0) return;
  const rows = await trx.rows<{ record_id: string; version: number; after: Record<string, unknown> | null }>(sql`
    select record_id, version, after from ${ident(trx.schema, "change")}
    where object = ${object.key} and record_id = any(${stale.map(({ id }) => id)}::uuid[])
      and version > ${Math.min(...stale.map(({ baseVersion }) => baseVersion ?? 0))}
    order by id`);
  for (const draft of stale) {
    const base = draft.baseVersion ?? 0;
    const since = rows.filter(({ record_id, version }) => record_id === draft.id && version > base);
    // A version the record never reached was undone: nothing is known of what was seen then.
    const unknown = draft.before !== null && base > draft.before.version;
    const changed = unknown ? null : new Set(since.flatMap(({ after }) => Object.keys(after ?? {})));
    addConflicts(object, draft, changed);
  }
}

function addConflicts(object: ObjectShape, draft: Draft, changed: ReadonlySet<string> | null): void {
  const version = draft.before?.version ?? 0;
  if (draft.op === "delete") {
    draft.issues.push({ field: null, code: "record_changed", params: { fields: [...(changed ?? [])], version } });
    return;
  }
  for (const [key, yours] of Object.entries(draft.values)) {
    const theirs = draft.before?.values[key] ?? null;
    const family = object.fields.get(key)?.family ?? "text";
    if ((changed && !changed.has(key)) || sameValue(family, yours, theirs)) continue;
    draft.issues.push({
      field: key,
      code: "record_changed",
      params: { fields: [key], version, yours: shown(yours), theirs: shown(theirs) },
    });
  }
}

function shown(value: unknown): RefusalParams[string] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value);
}
