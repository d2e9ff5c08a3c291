import Fastify from "fastify";
import pg from "pg";
import { searchTerms } from "../../packages/core/src/records/search-terms.ts";

/**
 * The limit: what a good engineer writes by hand for these tables with Fastify and pg. The same rows are written with the
 * same columns, owner, search terms and change row among them; named statements, one round trip each, no access rules, no
 * definitions, no checks of the input.
 */
const [schema = "", url = ""] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
pg.types.setTypeParser(pg.types.builtins.NUMERIC, String);
pg.types.setTypeParser(pg.types.builtins.DATE, String);
const app = Fastify();

/** All a page shows of a deal; its search terms are nobody's to see. */
const { rows: columns } = await pool.query<{ name: string }>(
  "select column_name as name from information_schema.columns where table_schema = $1 and table_name = 'opportunity' and column_name <> 'search'",
  [schema],
);
/** What it writes is one member's. */
const { rows: members } = await pool.query<{ id: string }>(`select id from ${schema}.member order by id limit 1`);
const member = members[0]?.id;
const SHOWN = columns.map(({ name }) => `o."${name}"`).join(", ");

const LIST = `
  select o.id, o.version, o.name, o.customer, c.name as customer_name, o.amount, o.stage, o.expected_close_on, o.owner, m.name as owner_name
  from ${schema}.opportunity o
  left join ${schema}.customer c on c.id = o.customer
  left join ${schema}.member m on m.id = o.owner
  where o.deleted_at is null and o.stage = $1 and ($2::uuid[] is null or o.owner = any($2))
  order by o.created_at desc, o.id desc limit 51`;

app.get<{ Querystring: { stage: string; owners?: string } }>("/list", async ({ query }) => {
  const owners = query.owners ? query.owners.split(",") : null;
  const text = owners
    ? LIST.replace("($2::uuid[] is null or o.owner = any($2))", "o.owner = any($2::uuid[])")
    : LIST.replace("and ($2::uuid[] is null or o.owner = any($2))", "");
  const values = owners ? [query.stage, owners] : [query.stage];
  const { rows } = await pool.query({ name: owners ? "list-own" : "list-all", text, values });
  return { items: rows.slice(0, 50), more: rows.length > 50 };
});

app.get<{ Params: { id: string } }>("/get/:id", async ({ params }) => {
  const { rows } = await pool.query({
    name: "get",
    text: `select ${SHOWN}, c.name as customer_name, p.name as product_name, m.name as owner_name from ${schema}.opportunity o
      left join ${schema}.customer c on c.id = o.customer left join ${schema}.product p on p.id = o.product
      left join ${schema}.member m on m.id = o.owner where o.id = $1 and o.deleted_at is null`,
    values: [params.id],
  });
  return rows[0];
});

interface Deal {
  readonly name: string;
  readonly customer: string;
  readonly product: string;
  readonly amount: string;
  readonly stage: string;
  readonly engaged_on: string;
}

app.post<{ Body: Deal }>("/create", async ({ body }) => {
  const id = crypto.randomUUID();
  const { name, customer, product, amount, stage, engaged_on } = body;
  await pool.query({
    name: "create",
    text: `with made as (
        insert into ${schema}.opportunity (id, version, owner, created_at, created_by, updated_at, updated_by, name, customer, product, amount, stage, engaged_on, search)
        values ($1, 1, $3, $2, $3, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ), logged as (
        insert into ${schema}.change (id, at, member_id, object, record_id, op, version, after, source, cause)
        values ($11, $2, $3, 'opportunity', $1, 'create', 1, $12, 'api', $13)
      ) insert into ${schema}.change_pending (change_id) values ($11)`,
    values: [
      id,
      new Date(),
      member,
      name,
      customer,
      product,
      amount,
      stage,
      engaged_on,
      searchTerms([name], name),
      crypto.randomUUID(),
      JSON.stringify({ ...body, owner: member }),
      id,
    ],
  });
  return { id, version: 1 };
});

app.patch<{ Params: { id: string }; Body: { amount: string; version: number } }>(
  "/update/:id",
  async ({ params, body }) => {
    const { rows } = await pool.query<{ version: number }>({
      name: "update",
      text: `with before as (
        select id, amount, version, updated_at, updated_by from ${schema}.opportunity where id = $1 and deleted_at is null for update
      ), changed as (
        update ${schema}.opportunity o set amount = $2, version = o.version + 1, updated_at = $3, updated_by = $6 from before b where o.id = b.id returning o.version
      ), logged as (
        insert into ${schema}.change (id, at, member_id, object, record_id, op, version, before, after, source, cause)
        select $4, $3, $6, 'opportunity', $1, 'update', b.version + 1,
          jsonb_build_object('amount', b.amount, 'updated_at', b.updated_at, 'updated_by', b.updated_by), jsonb_build_object('amount', $2::numeric), 'api', $5 from before b
      ), pending as (
        insert into ${schema}.change_pending (change_id) values ($4)
      ) select version from changed`,
      values: [params.id, body.amount, new Date(), crypto.randomUUID(), params.id, member],
    });
    return { id: params.id, version: rows[0]?.version };
  },
);

await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
process.send?.(typeof address === "object" && address ? address.port : 0);
process.on("disconnect", () => process.exit(0));
