import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import { finished } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { PlainFault } from "../plain-fault.ts";
import { quote } from "../postgres/schema-dump.ts";
import { damaged } from "./damaged.ts";
import { type Frame, frameHead, readFrames } from "./frames.ts";
import { FileHead, Header, MAGIC, readPart, TableHead, Trailer } from "./header.ts";

export interface RestoreOptions {
  readonly url: string;
  readonly file: string;
  readonly attachments: string;
}

export interface RestoreReport {
  readonly madeAt: string;
  readonly product: string;
  readonly tables: number;
  readonly files: number;
}

/**
 * Brings a backup into an empty database: everything in one transaction that is committed only when the
 * checksum at the file's end agrees, so a damaged file writes nothing.
 *
 * @throws PlainFault for a file that is damaged or no backup, and for a database that is not empty
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  const arriving = `${options.attachments}.restoring`;
  try {
    await refuseNonEmpty(client);
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    await client.query("set local check_function_bodies = off");
    const report = await restoreFrames(client, options.file, arriving);
    if (report.files > 0) await rename(arriving, options.attachments);
    await client.query("commit");
    await client.query("analyze");
    return report;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw isRefusedContent(error) ? damaged("unknown content") : error;
  } finally {
    await rm(arriving, { recursive: true, force: true });
    await client.end();
  }
}

/**
 * Every statement and row comes from the file, so what PostgreSQL cannot take as data, key or statement was changed in
 * it: a flipped byte may stop a COPY before the checksum at the end is reached.
 */
function isRefusedContent(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|23|42)/.test(error.code ?? "");
}

async function restoreFrames(client: pg.Client, file: string, arriving: string): Promise<RestoreReport> {
  const hash = createHash("sha256");
  const frames = readFrames(contentOf(file));
  const next = async () => {
    const { value } = await frames.next();
    if (value && value.kind !== "Z") hash.update(frameHead(value.kind, value.body.length)).update(value.body);
    return value as Frame | undefined;
  };
  const first = await next();
  if (first?.kind !== "H") throw damaged("unknown content");
  const header = readPart(Header, first.body);
  await buildBefore(client, header);
  let tables = 0;
  let files = 0;
  for (let frame = await next(); frame; frame = await next()) {
    if (frame.kind === "T") {
      await copyTable(client, readPart(TableHead, frame.body), next);
      tables++;
    } else if (frame.kind === "F") {
      await copyFile(arriving, readPart(FileHead, frame.body), next);
      files++;
    } else if (frame.kind === "Z") {
      const trailer = readPart(Trailer, frame.body);
      if (trailer.sha256 !== hash.digest("hex") || trailer.tables !== tables || trailer.files !== files) {
        throw damaged("wrong checksum");
      }
      for (const schema of header.schemas) for (const statement of schema.after) await client.query(statement);
      return { madeAt: header.madeAt, product: header.product, tables, files };
    } else throw damaged("unknown content");
  }
  throw damaged("cut short");
}

async function buildBefore(client: pg.Client, header: Header): Promise<void> {
  for (const name of header.extensions) await client.query(`create extension if not exists ${quote(name)}`);
  for (const schema of header.schemas) {
    if (schema.name !== "public") await client.query(`create schema ${quote(schema.name)}`);
    for (const statement of schema.before) await client.query(statement);
  }
}

type Next = () => Promise<Frame | undefined>;

async function copyTable(client: pg.Client, head: TableHead, next: Next): Promise<void> {
  const list = head.columns.map(quote).join(", ");
  const copy = client.query(copyFrom(`copy ${quote(head.schema)}.${quote(head.table)} (${list}) from stdin`));
  const done = finished(copy);
  done.catch(() => undefined);
  try {
    await eachChunk(next, async (chunk) => {
      if (!copy.write(chunk)) await Promise.race([new Promise((resolve) => copy.once("drain", resolve)), done]);
    });
  } catch (error) {
    copy.destroy();
    throw error;
  }
  copy.end();
  await done;
}

async function copyFile(arriving: string, head: FileHead, next: Next): Promise<void> {
  const path = normalize(join(arriving, head.path));
  if (!path.startsWith(arriving + sep)) throw damaged("unknown content");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "", { mode: 0o600 });
  const handle = await open(path, "a");
  try {
    await eachChunk(next, async (chunk) => {
      await handle.write(chunk);
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function eachChunk(next: Next, take: (chunk: Buffer) => Promise<void>): Promise<void> {
  for (let frame = await next(); frame; frame = await next()) {
    if (frame.kind === "E") return;
    if (frame.kind !== "D") throw damaged("unknown content");
    await take(frame.body);
  }
  throw damaged("cut short");
}

async function* contentOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw new PlainFault(
      `读不到备份文件 ${file}：${error.message}`,
      `The backup file ${file} cannot be read: ${error.message}`,
    );
  });
  const { buffer } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
  await handle.close();
  if (!buffer.equals(MAGIC)) throw damaged("not a backup");
  const content = createReadStream(file, { start: MAGIC.length }).pipe(createZstdDecompress());
  try {
    for await (const chunk of content) yield chunk as Buffer;
  } catch (error) {
    // zlib says what is wrong with the bytes; anything else, such as the database's own no, is not the file's fault.
    throw String((error as NodeJS.ErrnoException).code).match(/^(Z|ERR_)/) ? damaged("cut short") : error;
  }
}

async function refuseNonEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and (n.nspname = 'public' or n.nspname like 'w\\_%') order by 1 limit 1`,
  );
  if (!rows[0]) return;
  throw new PlainFault(
    `数据库不是空的（有 ${rows[0].name}），恢复只写入空数据库。请用 DATA_DIR 指定一个新目录，或新建一个空数据库。`,
    `The database is not empty (it has ${rows[0].name}); a restore only writes into an empty one. Name a new directory with DATA_DIR, or make an empty database.`,
  );
}
