import type { CompiledSql, Sql } from "@dabiao/core/platform/sql.ts";
import { compileSql } from "@dabiao/core/platform/sql.ts";
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { commitMark } from "./commit-mark.ts";
import { nameStatements } from "./prepared.ts";
import type { PlatformTables, WorkspaceTables } from "./tables.ts";

/** Runs a fragment and gives its rows: what both a transaction and a plain connection can do. */
export interface Runner {
  readonly schema: string;
  rows<Row extends object>(statement: Sql | CompiledSql): Promise<Row[]>;
}

/** One workspace: its schema, typed access to its fixed tables, and transactions that touch nothing else. */
export interface Workspace extends Runner {
  readonly id: string;
  readonly key: string;
  /** IANA time zone of the workspace's business days. */
  readonly zone: string;
  readonly tables: Kysely<WorkspaceTables>;
  transaction<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result>;
  /** For work that reads as it likes and then writes by one statement, which is whole by itself: two ways to the database fewer. */
  oneWrite<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result>;
}

/** A workspace inside a transaction: what must not half-happen asks for this and not for `Workspace`. */
export interface Trx extends Runner {
  readonly workspaceId: string;
  readonly zone: string;
  readonly tables: Transaction<WorkspaceTables>;
  /** The instance's tables in the same transaction, for what must stand on both sides or on none. */
  readonly platform: Transaction<PlatformTables>;
  /** The moment of the transaction, made by the app: every row written in it carries this time. */
  readonly now: Date;
  /** Work to do once the transaction has committed, such as waking the dispatcher. Never for effects that must happen. */
  afterCommit(work: () => void): void;
}

export interface Db {
  readonly pool: pg.Pool;
  readonly platform: Kysely<PlatformTables>;
  forWorkspace(workspace: WorkspaceRow): Workspace;
  close(): Promise<void>;
}

export interface WorkspaceRow {
  readonly id: string;
  readonly key: string;
  readonly zone: string;
}

export interface DbOptions {
  readonly url: string;
  readonly connections?: number;
  readonly clock?: () => Date;
}

/** Opens the pool. Numbers and dates stay text (`numeric`, `date`), instants become `Date`, bigints stay text. */
export function openDb(options: DbOptions): Db {
  const clock = options.clock ?? (() => new Date());
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    maxLifetimeSeconds: 3600,
    statement_timeout: 60_000,
    application_name: "dabiao",
    types: { getTypeParser },
  });
  pool.on("error", () => undefined);
  // A connection cut while it is lent out and between two queries would else end the process: the next query tells.
  pool.on("connect", (client) => client.on("error", () => undefined));
  nameStatements(pool);
  const kysely = new Kysely<PlatformTables & WorkspaceTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    pool,
    platform: kysely.withSchema("public") as unknown as Kysely<PlatformTables>,
    forWorkspace: (row) => openWorkspace(kysely as unknown as Kysely<WorkspaceTables>, row, clock),
    // Not kysely.destroy(): it leaves the pool open when Kysely itself ran no query.
    close: () => pool.end(),
  };
}

function openWorkspace(kysely: Kysely<WorkspaceTables>, row: WorkspaceRow, clock: () => Date): Workspace {
  const schema = `w_${row.key}`;
  return {
    ...row,
    schema,
    tables: kysely.withSchema(schema),
    rows: (fragment) => run(kysely, fragment),
    transaction: inTransaction,
    // What has to be marked takes a second statement, and so a transaction.
    oneWrite: (work) =>
      commitMark() ? inTransaction(work) : thenCommitted((committed) => work(trxOn(kysely, committed))),
  };

  function inTransaction<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> {
    return thenCommitted((committed) =>
      kysely.transaction().execute(async (on) => {
        const trx = trxOn(on, committed);
        const result = await work(trx);
        await commitMark()?.(trx);
        return result;
      }),
    );
  }

  function trxOn(on: Kysely<WorkspaceTables>, committed: (() => void)[]): Trx {
    return {
      workspaceId: row.id,
      zone: row.zone,
      schema,
      now: clock(),
      tables: on.withSchema(schema) as Transaction<WorkspaceTables>,
      platform: on.withSchema("public") as unknown as Transaction<PlatformTables>,
      rows: (fragment) => run(on, fragment),
      afterCommit: (then) => committed.push(then),
    };
  }
}

async function thenCommitted<Result>(work: (committed: (() => void)[]) => Promise<Result>): Promise<Result> {
  const committed: (() => void)[] = [];
  const result = await work(committed);
  for (const then of committed) then();
  return result;
}

async function run<Row extends object>(on: Kysely<WorkspaceTables>, statement: Sql | CompiledSql): Promise<Row[]> {
  const { text, values } = statement.kind === "compiled" ? statement : compileSql(statement);
  const result = await on.executeQuery<Row>(CompiledQuery.raw(text, values));
  return result.rows;
}

const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009 as Parameters<typeof pg.types.getTypeParser>[0];
const KEPT_AS_TEXT = new Set<number>([
  pg.types.builtins.NUMERIC,
  pg.types.builtins.DATE,
  pg.types.builtins.INT8,
  DATE_ARRAY,
]);

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (KEPT_AS_TEXT.has(oid)) return (value) => (oid === DATE_ARRAY ? pg.types.getTypeParser(TEXT_ARRAY)(value) : value);
  return pg.types.getTypeParser(oid, format as "text") as (value: string) => unknown;
}
