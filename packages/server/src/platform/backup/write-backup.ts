import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { finished } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { dumpSchema, quote, type SchemaDump } from "../postgres/schema-dump.ts";
import { VERSION } from "../version.ts";
import { type FrameKind, frameHead } from "./frames.ts";
import { type FileHead, type Header, MAGIC, type TableHead, type Trailer } from "./header.ts";

export interface BackupOptions {
  readonly url: string;
  /** The finished file; until then it carries `.part` behind its name. */
  readonly file: string;
  /** A directory whose files come along; it may not exist. */
  readonly attachments: string;
  readonly now: Date;
}

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly files: number;
}

/**
 * Writes all schemas of the instance as of one moment, without stopping anyone. Waiting jobs do not come along:
 * a restored copy must not send yesterday's mails again.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupReport> {
  const part = `${options.file}.part`;
  await mkdir(dirname(options.file), { recursive: true });
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0");
    const out = new BackupStream(part);
    const schemas = await dumpAll(client);
    await out.json("H", await headerOf(client, schemas, options.now));
    let tables = 0;
    for (const [schema, dump] of schemas) {
      for (const { name, columns } of dump.tables) {
        await out.json("T", { schema, table: name, columns: [...columns] } satisfies TableHead);
        const list = columns.map(quote).join(", ");
        await out.data(client.query(copyTo(`copy ${quote(schema)}.${quote(name)} (${list}) to stdout`)));
        tables++;
      }
    }
    const files = await copyFiles(out, options.attachments);
    await out.end({ tables, files });
    await rename(part, options.file);
    return { file: options.file, bytes: (await stat(options.file)).size, tables, files };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** `dabiao-20260309T020500Z.backup`: names sort by time. */
export function backupName(now: Date): string {
  return `dabiao-${now.toISOString().replace(/[-:]|\.\d+/g, "")}.backup`;
}

async function dumpAll(client: pg.Client): Promise<Map<string, SchemaDump>> {
  const { rows } = await client.query<{ key: string }>("select key from public.workspace order by key");
  const dumps = new Map([["public", await dumpSchema(client, "public")]]);
  for (const { key } of rows) dumps.set(`w_${key}`, await dumpSchema(client, `w_${key}`));
  return dumps;
}

async function headerOf(client: pg.Client, schemas: Map<string, SchemaDump>, now: Date): Promise<Header> {
  const { rows } = await client.query<{ version: string; extensions: string[] }>(
    `select current_setting('server_version') as version,
            array(select extname::text from pg_extension where extname <> 'plpgsql' order by 1) as extensions`,
  );
  return {
    product: VERSION,
    postgres: rows[0]!.version,
    madeAt: now.toISOString(),
    extensions: rows[0]!.extensions,
    schemas: [...schemas].map(([name, { before, after }]) => ({ name, before: [...before], after: [...after] })),
  };
}

async function copyFiles(out: BackupStream, folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let files = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = relative(folder, place).split(sep).join("/");
    await out.json("F", { path, bytes: (await stat(place)).size } satisfies FileHead);
    await out.data(createReadStream(place));
    files++;
  }
  return files;
}

/** Frames into zstd into the file, waiting whenever the disk is slower. */
class BackupStream {
  readonly #hash = createHash("sha256");
  readonly #zstd = createZstdCompress();
  readonly #file;
  readonly #path: string;
  readonly #written: Promise<void>;

  constructor(path: string) {
    this.#path = path;
    this.#file = createWriteStream(path, { mode: 0o600 });
    this.#file.write(MAGIC);
    this.#zstd.pipe(this.#file);
    this.#written = finished(this.#file);
    // Told again by the `await` at the end; until then a full disk must not count as unheard.
    this.#written.catch(() => this.#zstd.destroy());
  }

  async json(kind: FrameKind, value: object): Promise<void> {
    await this.#frame(kind, Buffer.from(JSON.stringify(value)));
  }

  async data(source: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of source) await this.#frame("D", chunk);
    await this.#frame("E", Buffer.alloc(0));
  }

  async end(counts: Omit<Trailer, "sha256">): Promise<void> {
    await this.json("Z", { ...counts, sha256: this.#hash.copy().digest("hex") } satisfies Trailer);
    this.#zstd.end();
    await this.#written;
    const handle = await open(this.#path, "r+");
    await handle.sync();
    await handle.close();
  }

  async #frame(kind: FrameKind, body: Buffer): Promise<void> {
    const head = frameHead(kind, body.length);
    this.#hash.update(head).update(body);
    this.#zstd.write(head);
    if (this.#zstd.write(body)) return;
    await Promise.race([new Promise((resolve) => this.#zstd.once("drain", resolve)), this.#written]);
  }
}
