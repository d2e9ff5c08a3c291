import { findObject } from "@dabiao/core/model/shape.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { world } from "../model/world.ts";
import { type Access, resolveAccess } from "../people/access.ts";
import type { LiveFilter } from "../platform/live/live-filter.ts";

/**
 * Who may hear which ids of a change: those whose owner lies in one's scope. One look at the owners serves all listeners.
 * Rules and shares are not worked out for a hint: their readers hear that something of the object changed.
 */
export const recordLiveFilter: LiveFilter = async (workspace, change, actors) => {
  const definitions = await world(workspace);
  if (!findObject(definitions, change.object)) return actors.map(() => null);
  const accesses = await Promise.all(actors.map((actor) => resolveAccess(workspace, definitions, actor)));
  const owners = new Map<string, string | null>();
  if (change.ids.length > 0 && accesses.some((access) => !seesAll(access, change.object))) {
    const rows = await workspace.rows<{ id: string; owner: string | null }>(sql`
      select id, owner from ${ident(workspace.schema, change.object)} where id = any(${change.ids}::uuid[])`);
    for (const { id, owner } of rows) owners.set(id, owner);
  }
  return accesses.map((access) => {
    if (seesAll(access, change.object)) return change;
    const scopes = access.object(change.object).read;
    if (scopes.length === 0 && access.memberId === null) return null;
    const mine = new Set(scopes.flatMap((scope) => (scope.kind === "members" ? scope.ids : [])));
    const heard = change.ids.filter((id) => mine.has(owners.get(id) ?? ""));
    return { ...change, ids: heard.length === change.ids.length ? heard : [] };
  });
};

function seesAll(access: Access, object: string): boolean {
  return access.object(object).read.some(({ kind }) => kind === "all");
}
