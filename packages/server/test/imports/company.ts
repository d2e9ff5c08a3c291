import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { Import } from "@dabiao/core/imports/import.ts";
import { type Actor, systemActor } from "@dabiao/core/people/actor.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { equip } from "../../src/composition/equip.ts";
import { type ImportFileOptions, importFile } from "../../src/imports/import-file.ts";
import type { ImportPlace } from "../../src/imports/room.ts";
import { undoImport } from "../../src/imports/undo-import.ts";
import { type Access, accessOf } from "../../src/people/access.ts";
import { createRootUnit } from "../../src/people/organisation-store.ts";
import type { Db, Workspace } from "../../src/platform/postgres/db.ts";
import { installSolution } from "../../src/solution/solutions.ts";
import { testWorkspace } from "../support/database.ts";

/** A company with the sales solution and a folder for its files. */
export interface ImportCompany {
  readonly db: Db;
  readonly ws: Workspace;
  readonly place: ImportPlace;
  readonly actor: Actor;
  readonly access: Access;
  /** Imports a file as the command line does. */
  bring(path: string, options?: ImportFileOptions): Promise<Import>;
  /** Imports a text as a file. */
  bringText(name: string, text: string | Buffer, options?: ImportFileOptions): Promise<Import>;
  undo(id: string): ReturnType<typeof undoImport>;
  /** All rows of a table, one checksum. */
  print(table: string): Promise<string>;
  rows<Row extends object>(query: string): Promise<Row[]>;
}

export async function importCompany(t: TestContext): Promise<ImportCompany> {
  const { db, workspace: ws } = await testWorkspace(t);
  const dataDir = mkdtempSync(join(tmpdir(), "dabiao imports-"));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const place: ImportPlace = { workspace: ws, dataDir, clock: () => new Date() };
  const actor = systemActor(ws.id, "test", "test") as Extract<Actor, { kind: "system" }>;
  const access = accessOf(actor);
  await ws.transaction((trx) => createRootUnit(trx, "公司"));
  await equip(ws);
  await installSolution(ws, access, "sales");
  const company: ImportCompany = {
    db,
    ws,
    place,
    actor,
    access,
    bring: (path, options) => importFile(place, actor, path, options),
    async bringText(name, text, options) {
      const path = join(dataDir, name);
      writeFileSync(path, text);
      return await importFile(place, actor, path, options);
    },
    undo: (id) => undoImport(place, access, id),
    async print(table) {
      const [row] = await ws.rows<{ print: string | null }>(sql`
        select md5(string_agg(x::text, ',' order by x::text)) as print from ${ident(ws.schema, table)} x`);
      return row?.print ?? "empty";
    },
    async rows(query) {
      const { rows } = await db.pool.query(query.replaceAll("w.", `${ws.schema}.`));
      return rows;
    },
  };
  return company;
}

/** The folder of real files beside a working copy, found by walking up; undefined where there is none. */
export function realData(name: string): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = join(folder, "shared", "data", name);
    if (existsSync(found)) return found;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}
