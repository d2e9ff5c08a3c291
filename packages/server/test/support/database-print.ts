import type { Db } from "../../src/platform/postgres/db.ts";

/** Who is signed in, who failed to and what was answered may change with any request; the queue keeps its own time. */
const PASSING =
  /^(public\.(auth_)?(session|verification|rate_limit|idempotent_answer|sign_in_failure)|graphile_worker\.)/;

/** A checksum per table of everything that is kept, to show that nothing changed. */
export async function databasePrint(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const print: Record<string, string> = {};
  for (const { name } of tables) {
    if (PASSING.test(name)) continue;
    const { rows } = await db.pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as sum
       from (select (to_jsonb(t) - 'last_used_at')::text as line from ${name} t) lines`,
    );
    print[name] = rows[0]!.sum;
  }
  return print;
}
