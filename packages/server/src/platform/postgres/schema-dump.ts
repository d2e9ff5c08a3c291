import type pg from "pg";

/** A schema as statements: what must stand before rows come in, and what is quicker and safer to add after. */
export interface SchemaDump {
  readonly before: readonly string[];
  readonly tables: readonly TableDump[];
  readonly after: readonly string[];
}

export interface TableDump {
  readonly name: string;
  /** The columns that hold rows of their own: generated ones are left to PostgreSQL. */
  readonly columns: readonly string[];
}

/**
 * Describes a schema from PostgreSQL's own catalog, in an order that depends on names only.
 * It knows what the design allows (tables, sequences, constraints, indexes, functions) and throws on
 * anything else, so that nothing can be missing from a backup in silence.
 */
export async function dumpSchema(client: pg.ClientBase, schema: string): Promise<SchemaDump> {
  await refuseUnknown(client, schema);
  const functions = await column(client, FUNCTIONS, schema);
  const sequences = await column(client, SEQUENCES, schema);
  const columns = await client.query<ColumnRow>(COLUMNS, [schema]);
  const constraints = await column(client, CONSTRAINTS, schema);
  const indexes = await column(client, INDEXES, schema);
  const foreignKeys = await column(client, FOREIGN_KEYS, schema);
  const positions = await column(client, POSITIONS, schema);
  const tables = Map.groupBy(columns.rows, (row) => row.table_name);
  return {
    before: [...functions, ...sequences, ...[...tables].map(([name, rows]) => createTable(schema, name, rows))],
    tables: [...tables].map(([name, rows]) => ({
      name,
      columns: rows.filter((row) => row.column_name !== null && !row.generated).map((row) => row.column_name!),
    })),
    after: [...constraints, ...indexes, ...foreignKeys, ...positions],
  };
}

/** The dump as one text, for `schema.sql` and for comparing two databases. */
export function schemaText(dump: SchemaDump): string {
  return `${[...dump.before, ...dump.after].map((statement) => `${statement};\n`).join("\n")}`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string | null;
  readonly declaration: string | null;
  readonly generated: boolean;
}

function createTable(schema: string, name: string, rows: readonly ColumnRow[]): string {
  const lines = rows.flatMap((row) => (row.declaration ? [`  ${row.declaration}`] : []));
  return `create table ${quote(schema)}.${quote(name)} (\n${lines.join(",\n")}\n)`;
}

async function column(client: pg.ClientBase, text: string, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(text, [schema]);
  return rows.map((row) => row.statement);
}

async function refuseUnknown(client: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<{ what: string }>(UNKNOWN, [schema]);
  if (rows[0])
    throw new Error(`${schema} holds what a backup does not carry: ${rows.map((row) => row.what).join(", ")}`);
}

/** Objects that an extension brought along come back with the extension. */
const NOT_OF_EXTENSION = (oid: string) =>
  `not exists (select 1 from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

const UNKNOWN = `
  select format('%s %s', case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'p' then 'partitioned table'
           when 'f' then 'foreign table' else relkind::text end, relname) as what
    from pg_class c where relnamespace = $1::text::regnamespace and relkind not in ('r', 'i', 'S', 't', 'c')
     and ${NOT_OF_EXTENSION("c.oid")}
  union all
  select format('type %s', typname) from pg_type t
    where typnamespace = $1::text::regnamespace and typtype in ('e', 'd', 'r') and ${NOT_OF_EXTENSION("t.oid")}
  union all
  select format('trigger %s', tgname) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = $1::text::regnamespace and not tgisinternal
  union all
  select format('policy %s', polname) from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = $1::text::regnamespace
  order by 1`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as statement from pg_proc p
   where pronamespace = $1::text::regnamespace and prokind = 'f' and ${NOT_OF_EXTENSION("p.oid")}
   order by proname, pg_get_function_identity_arguments(p.oid)`;

/** Identity columns make their own sequence. */
const SEQUENCES = `
  select format('create sequence %I.%I as %s increment %s minvalue %s maxvalue %s start %s cache %s%s', $1::text, c.relname,
           format_type(s.seqtypid, null), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
           case when s.seqcycle then ' cycle' else '' end) as statement
    from pg_sequence s join pg_class c on c.oid = s.seqrelid
   where c.relnamespace = $1::text::regnamespace
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'e'))
   order by c.relname`;

const COLUMNS = `
  select c.relname as table_name, a.attname as column_name, a.attgenerated <> '' as generated,
         concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
           case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
           case when a.attgenerated = 's' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                when a.attgenerated = 'v' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') virtual'
                when a.attidentity = 'a' then 'generated always as identity'
                when a.attidentity = 'd' then 'generated by default as identity'
                when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
           case when a.attnotnull then 'not null' end) as declaration
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = $1::text::regnamespace and c.relkind = 'r' and ${NOT_OF_EXTENSION("c.oid")}
   order by c.relname, a.attnum`;

const CONSTRAINTS = `
  select format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as statement
    from pg_constraint k join pg_class c on c.oid = k.conrelid
   where k.connamespace = $1::text::regnamespace and k.contype in ('p', 'u', 'c', 'x') and ${NOT_OF_EXTENSION("c.oid")}
   order by c.relname, k.conname`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) as statement
    from pg_index i join pg_class c on c.oid = i.indexrelid
   where c.relnamespace = $1::text::regnamespace
     and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
     and ${NOT_OF_EXTENSION("i.indrelid")}
   order by c.relname`;

const FOREIGN_KEYS = `
  select format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as statement
    from pg_constraint k join pg_class c on c.oid = k.conrelid
   where k.connamespace = $1::text::regnamespace and k.contype = 'f'
   order by c.relname, k.conname`;

const POSITIONS = `
  select format('select setval(%L, %s, %s)', quote_ident(schemaname) || '.' || quote_ident(sequencename),
           coalesce(last_value, start_value), case when last_value is null then 'false' else 'true' end) as statement
    from pg_sequences where schemaname = $1 order by sequencename`;
