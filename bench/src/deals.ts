import type { Pool, PoolClient } from "pg";

/** Days the deals are spread over: two years and the month at hand. */
const DAYS = 760;

/**
 * Fills the deals by one statement per slice, evenly over the members: made by PostgreSQL itself, because the writes
 * of the product are measured elsewhere. Without search words, which no work here reads.
 */
export async function fillDeals(pool: Pool, schema: string, members: readonly string[], deals: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("set synchronous_commit = off");
    await client.query("set maintenance_work_mem = '512MB'");
    // The rows refer to rows made above: checking ten million keys one by one would only cost minutes.
    await client.query("set session_replication_role = replica");
    const indexes = await dropIndexes(client, schema);
    await client.query(
      "create temp table seller as select m.id, m.n - 1 as n from unnest($1::uuid[]) with ordinality as m (id, n)",
      [members],
    );
    await client.query(
      `insert into ${schema}.customer (id, version, owner, created_at, updated_at, name, industry)
       select gen_random_uuid(), 1, s.id, now(), now(), 'Customer ' || s.n, 'retail' from seller s`,
    );
    await client.query(
      `insert into ${schema}.product (id, version, owner, created_at, updated_at, name, list_price)
       select gen_random_uuid(), 1, null, now(), now(), 'Product ' || n, 1000 * n from generate_series(1, 20) n`,
    );
    await client.query(
      `create temp table customer_of as select c.id, row_number() over (order by c.id) - 1 as n from ${schema}.customer c`,
    );
    await client.query(
      `create temp table product_of as select p.id, row_number() over (order by p.id) - 1 as n from ${schema}.product p`,
    );
    await client.query("analyze seller, customer_of, product_of");
    for (let from = 0; from < deals; from += SLICE) {
      await client.query(sliceSql(schema, members.length), [from, Math.min(deals, from + SLICE) - 1, members.length]);
    }
    await client.query("drop table seller, customer_of, product_of");
    for (const definition of indexes) await client.query(definition);
    await client.query(`vacuum analyze ${schema}.opportunity`);
    await client.query(`vacuum analyze ${schema}.customer`);
  } finally {
    // The settings above must not reach the pool's next user.
    client.release(true);
  }
}

/** Takes the indexes of the deals away while they are filled. @returns how to make them again */
async function dropIndexes(client: PoolClient, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = '${schema}.opportunity'::regclass and not indisprimary`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const SLICE = 500_000;

function sliceSql(schema: string, members: number): string {
  return `
    insert into ${schema}.opportunity (id, version, owner, created_at, updated_at, name, customer, product, amount, stage, engaged_on, expected_close_on, closed_on)
    select gen_random_uuid(), 1, s.id, now() - make_interval(mins => (g.n % 1000000)::int), now(), 'Deal ' || g.n, c.id, p.id, (g.n * 7919) % 500000 + 1000,
      (array['prospecting', 'analysis', 'proposal', 'negotiation', 'won', 'won', 'lost'])[1 + g.n % 7],
      d.day - 40, d.day + 5, case when g.n % 7 >= 4 then d.day end
    from generate_series($1::bigint, $2::bigint) g (n)
    join seller s on s.n = (g.n * 31 + g.n / ${members}) % $3
    join customer_of c on c.n = g.n % $3
    join product_of p on p.n = g.n % 20
    cross join lateral (select current_date - ((g.n * 17) % ${DAYS})::int as day) d`;
}
