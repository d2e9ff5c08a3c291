import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";
import type { OpenManual } from "./open-manual.ts";

/** The day each metric first came into force: nobody is asked for figures of periods before it. */
export async function firstPublished(
  on: Runner,
  manuals: readonly OpenManual[],
): Promise<(manual: OpenManual) => string> {
  const rows = await on.rows<{ key: string; at: Date }>(sql`
    select key, min(at) as at from ${ident(on.schema, "definition")}
    where kind = 'metric' and key = any(${manuals.map(({ key }) => key)}::text[]) group by key`);
  const first = new Map(rows.map(({ key, at }) => [key, at]));
  return ({ key, calendar }) => {
    const at = first.get(key);
    return at ? dayAt(at, calendar.zone) : "";
  };
}
