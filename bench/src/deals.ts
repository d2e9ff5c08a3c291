import type { Pool, PoolClient } from "pg";

/** Days the deals are spread over: two years and the month at hand. */
const DAYS = 760;
const PRODUCTS = 20;
const SLICE = 250_000;
/** Slices made at a time. */
const HANDS = 2;

/**
 * Adds deals by one statement per slice, evenly over the members: made by PostgreSQL itself, because the writes
 * of the product are measured elsewhere. Without search words, which no work here reads. Ten million take some three
 * minutes on two cores: half of it their indexes, made at the end.
 */
export async function fillDeals(pool: Pool, schema: string, members: readonly string[], deals: number): Promise<void> {
  if (deals <= 0) return;
  const clients = await Promise.all(Array.from({ length: HANDS }, () => openFiller(pool)));
  const [client] = clients as [PoolClient];
  try {
    const indexes = await dropIndexes(client, schema);
    await fillParents(client, schema, members);
    const { rows } = await client.query<{ first: string; customers: string[]; products: string[] }>(
      `select (select count(*) from ${schema}.opportunity) as first,
        (select array_agg(id order by id) from ${schema}.customer) as customers,
        (select array_agg(id order by id) from ${schema}.product) as products`,
    );
    const first = Number(rows[0]?.first);
    const ids = [members, rows[0]?.customers, rows[0]?.products];
    let next = first;
    const work = async (mine: PoolClient) => {
      for (let from = next; from < first + deals; from = next) {
        next = from + SLICE;
        await mine.query(sliceSql(schema), [from, Math.min(first + deals, next) - 1, ...ids]);
      }
    };
    await Promise.all(clients.map(work));
    for (const definition of indexes) await client.query(definition);
    await client.query(`vacuum analyze ${schema}.opportunity`);
    await client.query(`vacuum analyze ${schema}.customer`);
  } finally {
    // Its settings must not reach the pool's next user.
    for (const each of clients) each.release(true);
  }
}

async function openFiller(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  await client.query("set statement_timeout = 0");
  await client.query("set synchronous_commit = off");
  await client.query("set maintenance_work_mem = '512MB'");
  // The rows refer to rows made above: checking ten million keys one by one would only cost minutes.
  await client.query("set session_replication_role = replica");
  return client;
}

/** A customer per member and some products, once. */
async function fillParents(client: PoolClient, schema: string, members: readonly string[]): Promise<void> {
  await client.query(
    `insert into ${schema}.customer (id, version, owner, created_at, updated_at, name, industry)
     select gen_random_uuid(), 1, m.id, now(), now(), 'Customer ' || m.n, 'retail' from unnest($1::uuid[]) with ordinality as m (id, n)
     where not exists (select from ${schema}.customer where name = 'Customer 1')`,
    [members],
  );
  await client.query(
    `insert into ${schema}.product (id, version, owner, created_at, updated_at, name, list_price)
     select gen_random_uuid(), 1, null, now(), now(), 'Product ' || n, 1000 * n from generate_series(1, ${PRODUCTS}) n
     where not exists (select from ${schema}.product where name = 'Product 1')`,
  );
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

/** Ids are counted up, as new ones sort by their time: drawing ten million at random takes longer than writing the rows. */
function sliceSql(schema: string): string {
  return `
    insert into ${schema}.opportunity (id, version, owner, created_at, updated_at, name, customer, product, amount, stage, engaged_on, expected_close_on, closed_on)
    select ('01990000-0000-7000-8000-' || lpad(to_hex(g.n), 12, '0'))::uuid, 1, ($3::uuid[])[1 + (g.n * 31 + g.n / cardinality($3::uuid[])) % cardinality($3::uuid[])],
      now() - make_interval(mins => (g.n % 1000000)::int), now(), 'Deal ' || g.n,
      ($4::uuid[])[1 + g.n % cardinality($4::uuid[])], ($5::uuid[])[1 + g.n % cardinality($5::uuid[])], (g.n * 7919) % 500000 + 1000,
      (array['prospecting', 'analysis', 'proposal', 'negotiation', 'won', 'won', 'lost'])[1 + g.n % 7],
      d.day - 40, d.day + 5, case when g.n % 7 >= 4 then d.day end
    from generate_series($1::bigint, $2::bigint) g (n)
    cross join lateral (select current_date - ((g.n * 17) % ${DAYS})::int as day) d`;
}
