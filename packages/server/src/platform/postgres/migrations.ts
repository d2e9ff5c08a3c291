import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

export type MigrationScope = "platform" | "workspace";

/** One numbered `.sql` file. Workspace files write `:schema` where the workspace's own schema stands. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

const FOLDER = new URL("../../../migrations/", import.meta.url);

/** The files of a scope in their order. A file that has run anywhere is never changed again. */
export function readMigrations(scope: MigrationScope): Migration[] {
  const folder = new URL(`${scope}/`, FOLDER);
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return { name: name.slice(0, -4), text, checksum: createHash("sha256").update(text).digest("hex") };
  });
}

/** The file's text with the schema's name, quoted, in place of `:schema`. */
export function textFor(migration: Migration, schema: string): string {
  return migration.text.replace(/(?<!:):schema\b/g, `"${schema.replaceAll('"', '""')}"`);
}
